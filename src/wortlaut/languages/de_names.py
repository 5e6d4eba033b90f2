"""Names, titles and nouns of people, bodies, documents and media that German news names a source by. Data only."""

# Given names that in German usage are one gender's, a word each; names that both bear (Kim, Robin) are in neither.
FEMALE_NAMES = frozenset(
    """Aaltje Aase Abeba Abeer Abena Abigail Ada Adaeze Adela Adelaide Adele Adelheid Adelina Aditi Adjoa
    Adriana Adrienne Adèle Afaf Aferdita Afra Agata Agatha Agathe Agnes Agnese Agneta Agnetha Agnieszka
    Agnès Ahlam Aida Aikaterini Aiko Aileen Aimée Ainhoa Aischa Aisha Aishwarya Aissatou Akiko Akua
    Alana Alba Albana Albulena Aldona Alejandra Aleksandra Alena Alessa Alessandra Alexa Alexandra Alia
    Alice Alicia Alicja Alina Aline Alisa Alison Aliya Aljona Alla Allegra Allison Alma Almaz Almudena
    Almut Alona Alrun Alva Amaia Amal Amalia Amalie Amanda Amandine Amani Amber Ameera Amelia Amelie
    Amina Aminata Amira Amna Amparo Amy Amélie Ana Anabel Anahit Anastasia Anastasija Anastasiya
    Anastassija Anaïs Anca Andrea Aneta Anett Anette Angela Angelika Angeliki Angelina Angie Anika Anikó
    Anine Anita Anja Anjali Anju Anka Anke Ann Anna Annabel Annabell Annabelle Annalena Annalisa
    Annamaria Anne Annedore Annegret Annegreth Annekathrin Anneke Annelen Anneli Annelie Annelies
    Anneliese Annelore Annemarie Annemette Annemie Annemiek Annerose Annett Annette Anni Annick Annika
    Annkathrin Annkatrin Anny Anouk Anthi Antje Antoinette Antonella Antonia Antonie Antonietta Antonina
    Anželika Aparna Apolline Apollonia April Araceli Arbnora Ariana Ariane Arianna Arlene Arlette
    Armelle Artemis Arundhati Arwa Asbjørg Asha Ashley Asli Aslı Asma Asmaa Assia Asta Astri Astrid
    Asuka Asuman Atefeh Athina Atifete Aud Audrey Aurelia Aurora Aurore Aurélie Ava Axelle Aya Ayaan
    Ayaka Ayako Aydan Ayelet Ayla Aylin Aynur Ayse Aysel Aysun Ayten Ayşe Azadeh Aziza Azize Aïcha
    Babett Babette Bahar Bahareh Banu Barbara Barbora Barbra Barbro Basak Basma Batoul Batya Başak Beata
    Beate Beatrice Beatrix Beatriz Becky Bedia Begoña Behnaz Belgin Belinda Bella Belma Belén Benazir
    Benedetta Benedita Benita Bente Beren Berenike Berfin Berit Berivan Bernadette Bernhardine Bernice
    Berta Bertha Besa Beth Bethany Betsy Bettina Betty Beverly Beyoncé Beyza Bi-khim Bianca Bianka
    Bibiana Biljana Bintou Birgit Birgitta Birgitte Birgül Birna Birsen Birte Birthe Björk Blanca
    Blandine Blanka Blerta Bodil Bogdana Boglárka Bohumila Bojana Bonnie Borbála Bouthaina Bozena Božena
    Branka Brenda Brianna Bridget Brigitta Brigitte Brit Brita Britney Britt Britta Brooke Bruna
    Brunhild Brunhilde Burcu Burga Burgi Buse Bushra Busisiwe Bärbel Béatrice Bénédicte Büsra Büşra
    Camila Camilla Canan Candace Cansu Capucine Carina Carla Carlota Carlotta Carly Carme Carmela Carmen
    Carol Carola Carole Carolin Carolina Caroline Carolyn Carrie Catalina Caterina Catherine Cathrin
    Cathy Catrin Cayetana Cecilia Celeste Celia Celina Celine Cemile Cennet Ceren Ceyda Chadidscha Chana
    Chandrika Chantal Charlene Charlotte Chelsea Cheryl Chiara Chie Chieko Chimamanda Chioma Chizuko
    Chloe Chloé Christa Christel Christelle Christiana Christiane Christie Christin Christina Christine
    Christl Chunying Cigdem Cilla Cilly Cindy Cinzia Claire Clara Clarice Clarissa Claudia Claudina
    Clementine Clotilde Clémence Clémentine Cléo Colette Colleen Conceição Concepción Concetta Concha
    Condoleezza Connie Constance Constanze Consuelo Cora Coralie Corazon Cordelia Cordula Corina Corine
    Corinna Corinne Cornelia Corrie Cosima Courtney Cristina Crystal Csilla Cynthia Cäcilia Cäcilie
    Cécile Céline Dafna Dagmar Dagny Daina Daisy Dalal Dalia Dana Danica Daniela Danielle Danijela
    Danuta Daphne Daria Darija Darja Daryna Dawn Deanna Debbie Debora Deborah Debra Deepa Deepika Defne
    Delcy Delia Delphine Denise Desirée Desislava Despina Diana Diane Dianne Didem Dietlind Dietlinde
    Dijana Dilan Dilara Dilek Diletta Dilma Dimitra Dina Divya Djamila Dobrila Dolly Dolores Dominika
    Donatella Donika Donna Dora Doreen Doris Dorit Dorle Dorota Dorothea Dorothee Dorothy Dorthe Dragana
    Dragica Drahomíra Drita Droupadi Duaa Dubravka Dunja Dunya Duygu Dušana Dóra Dörte Dörthe Ebba Ebru
    Ece Eda Edda Edelgard Edeltraud Edeltraut Edit Edita Edith Edna Eevi Effie Efrat Eftychia Efua Eija
    Eila Eileen Einat Ekaterina Elaheh Elaina Elaine Eleanor Eleftheria Elena Eleni Eleonora Eleonore
    Elettra Elfi Elfriede Elfrun Elham Eliane Elif Elin Elina Elinor Elira Elisa Elisabeth Elisabetta
    Elise Elisiv Eliza Elizabeth Eliška Elke Ella Ellen Elli Elly Elma Elna Elnaz Eloise Elsa Elsbeth
    Else Elske Elspeth Elvira Elwine Elżbieta Eman Emanuela Emel Emely Emese Emiko Emilia Emilie Emily
    Emina Emine Emma Emmanuelle Emmeline Emmi Emmy Encarnación Enikő Enrica Erdmute Erica Erika Eriko
    Erin Erna Ernestine Erzsébet Esin Esma Esmeralda Esperanza Esra Esraa Estefanía Estela Estelle Ester
    Esther Esti Eszter Ethel Etsuko Eugenia Eugenie Eugénie Eun-hye Eunice Eva Evamaria Evangelia Evelin
    Eveline Evelyn Evelyne Evi Evika Evita Ewa Ewelina Ezgi Fabienne Fabiola Fadime Fadwa Faezeh Fahriye
    Fairuz Faith Fanni Fanny Farah Farahnaz Fariba Farida Farideh Farzaneh Fatbardha Fatemeh Fatima
    Fatimah Fatime Fatma Fatou Fatoumata Fauzia Fawzia Faye Federica Felicia Felicitas Felicity
    Felizitas Femke Fenja Fenna Fereshteh Feride Fernanda Fiamma Figen Filiz Finja Fiona Fiorella Fjolla
    Flavia Fleur Flora Florence Florentine Flutura Fofi Folasade Forough Foteini Fozia Franca Frances
    Francesca Francisca Franka Franzi Franziska Françoise Frauke Freia Freya Frida Frieda Friederike
    Fränzi Frédérique Frøydis Fumiko Funda Fátima Gabi Gabriela Gabriele Gabriella Gabrielle Gaby Gaia
    Gail Galina Galit Gamze Gayatri Gayle Geertje Geertruida Geeta Gela Gemma Geneviève Genoveva Georgia
    Georgina Geraldine Gerda Gerhild Gerlinde Germana Gerta Gertraud Gertraude Gertrud Gertrude Gesa
    Gesche Gesine Geun-hye Ghada Ghazal Ghislaine Giada Gianna Giannoula Gila Gillian Gina Ginevra Ginny
    Gioia Giorgia Giovana Giovanna Gisa Gisela Gisele Gislinde Gisèle Gitta Gitte Giulia Giuliana
    Giuseppina Gizem Gladys Glenda Glenys Gloria Golda Golshifteh Gonca Gordana Grace Graciela Grazia
    Graziella Graça Grażina Grażyna Greta Gretchen Grete Gretel Grit Gro Gry Guadalupe Gudny Gudrun
    Gudula Gudveig Gultan Gunda Gundel Gundula Gunhild Gunilla Gunvor Guri Guðrún Gwen Gwyneth Gyöngyi
    Györgyi Gülay Gülcan Gülcin Güler Gülistan Güllü Gülsah Gülsen Gülsüm Gülten Gülşen Güner Habiba
    Hacer Hadas Hadia Hadja Hafsa Hagit Hailey Hajnalka Hala Halide Halima Halina Halla Halyna Hamida
    Hana Hanadi Hanako Hanan Handan Hande Haneen Hanna Hannah Hannchen Hanne Hanneke Hannelore Harriet
    Haruka Hasina Hasna Hatice Hatidze Hatixhe Hatun Havva Hawa Hayat Hayriye Hazel Heather Heba Hedda
    Hedi Hedvika Hedwig Hege Heide Heidelinde Heidemarie Heiderose Heidi Heidrun Heidy Heike Heleen
    Helen Helena Helene Helga Helle Helma Helmi Helmine Helmtrud Henni Hennie Henny Henriette Henrike
    Hermine Herta Hertha Hiba Hilary Hilda Hilde Hildegard Hildegund Hilke Hilla Hillary Hillevi
    Hiltraud Hiltrud Hiroko Hisako Hiwot Hjördis Hoda Holly Homa Hope Houda Huda Huguette Huong
    Hyun-jung Héloïse Hélène Hülya Ibolya Ibtisam Ida Idit Ifeoma Ifigenia Ilaria Ildikó Ileana Ilenia
    Iliana Ilka Ilona Ilsa Ilse Ilselore Ilze Imelda Imke Imma Immacolata Imogen Ina Inas Inbal Inci
    Indira Ineke Ines Inese Inessa Ing-wen Inga Inge Ingebjørg Ingeborg Ingelore Inger Ingrid Ingrida
    Ingrun Ingunn Ingvild Inka Inken Inmaculada Inna Intissar Inès Inés Ioana Ioanna Ipek Iphigenie
    Irantzu Irena Irene Irina Irini Iris Irma Irmela Irmeli Irmgard Irmhild Irmi Irmtraud Irmtraut
    Irmtrud Iryna Isabel Isabell Isabella Isabelle Isobel Isolde Itziar Iva Ivana Ivanka Iveta Ivete
    Ivonne Ivy Iwona Izabela Jacinda Jacinta Jackie Jacoba Jacqueline Jadranka Jadwiga Jale Jamila Jana
    Jane Janet Janett Janette Janice Janin Janina Janine Janna Janneke Jantine Jantje Jarmila Jaroslava
    Jarosława Jasmin Jasmina Jasna Javiera Jaya Jayalalithaa Jeanette Jeanne Jeannette Jeannine
    Jekaterina Jelena Jelisaweta Jelizaveta Jella Jemima Jen Jenna Jennifer Jenny Jessica Jetta Jette
    Jevgenia Jewgenija Jihan Jill Jimena Jitka Joana Joanna Joanne Joaquina Jodie Johanna Jolanda
    Jolanta Jolanthe Jolien Jorun Josefa Josefina Josefine Josepha Josephine Josiane Josie Josje
    Joséphine Jovana Joy Joyce Joëlle Ju-ae Juana Juanita Judi Judit Judith Judy Jule Julia Juliana
    Juliane Julianne Julie Juliet Juliette Julija Julika June Jurga Justine Justyna Jutta Jytte Jördis
    Júlia Kaarina Kadiatou Kadriye Kaisa Kaja Kalliopi Kalpana Kamala Kamila Kang-hee Kaori Kaouther
    Kara Karen Karianne Karima Karin Karina Karine Karita Karla Karola Karolin Karolina Karoline
    Karolína Kasia Kassandra Katalin Katarina Katarzyna Katayoun Kate Katerina Kateryna Kateřina
    Katharina Katherine Kathi Kathleen Kathrin Kathryn Kathy Kati Katica Katie Katinka Katja Katleen
    Katri Katrien Katriina Katrin Katrín Katy Kavita Kayoko Kazuko Keiko Keira Kellyanne Keon-hee Keren
    Kersti Kerstin Ketewan Kezban Khadidja Khadija Khaleda Khalida Kholoud Kiko Kimiko Kinga Kirsi
    Kirsten Kirsti Kirstie Kirstin Kjersti Klara Klaudia Klaudine Klementine Klára Kolinda Konstantina
    Konstanze Kordula Korinna Kornelia Kreszentia Kriemhild Krimhild Kristalina Kristen Kristi Kristin
    Kristina Kristine Krisztina Krystyna Ksenia Ksenija Kumiko Kunigunde Kylie Kyoko Kyriaki Kyung-wha
    Käte Käthe Kübra Ladina Laetitia Laia Laila Lakshmi Lale Laleh Lali Lamya Lana Lara Larisa Larissa
    Larysa Lata Latifa Latife Laura Laure Lauren Laurentia Laurette Lavinia Layla Lea Leah Leandra
    Leanne Leena Leila Lena Lene Leni Lenka Leonie Leonor Leonora Leonore Leontine Leopoldine Letizia
    Letícia Levke Leyla Leïla Lia Liane Licia Lidia Lidija Lidiya Lieke Liesbeth Liesel Lieselotte
    Liesje Liesl Lili Lilian Liliana Liliane Lilianne Lilli Lilly Lily Limor Lina Linda Lindiwe Linn
    Linnea Lioba Liridona Lisa Lisbet Lisbeth Lise Liselott Liselotte Lisette Liv Livia Liz Liza
    Ljiljana Ljubica Ljubow Ljudmila Ljudmyla Loes Lois Lola Lone Loni Lore Loredana Lorena Lorenza
    Loretta Lorna Lorraine Lotta Lotte Lotti Loubna Louisa Louise Loujain Lourdes Luba Lubna Lubow
    Lucette Lucia Luciana Lucie Lucile Lucille Lucinda Lucrezia Lucy Lucyna Lucía Ludivine Ludmila
    Ludmilla Ludwina Luisa Luise Luitgard Lukrezia Luljeta Luna Lusine Luz Luísa Lydia Lynda Lynn Lynne
    Lyudmila Léa Léonie Maaike Maarit Maartje Mabel Macarena Machiko Machteld Maddalena Maddie Madeleine
    Madison Madita Madlaina Madlen Madonna Magali Magda Magdalena Magdalene Magdalini Magdaléna Magdolna
    Maggie Maha Mahbouba Mahsa Maia Maibritt Maike Maisa Maisha Maisie Maissa Maite Maj Maja Majken
    Majlinda Makeda Mako Malaika Malak Malala Malene Malika Malin Malina Malu Malwina Mamata Manal Mandy
    Manizha Manja Manon Manuela Mara Marcela Marcella Marcia Mareike Mareile Maren Marga Margaret
    Margareta Margarete Margaretha Margarethe Margarita Margaux Marge Margery Margherita Margit Margitta
    Margo Margot Margreet Margret Margrethe Margriet Margrit Marguerite Mari Maria Mariama Mariana
    Mariangela Mariann Marianna Marianne Mariarosaria Marie Marieke Mariele Mariella Marielle Marietta
    Marija Marijana Marijke Marika Mariko Marilyn Marina Marine Marinella Marion Marisa Marisol Marit
    Marita Mariya Marja Marjam Marjan Marjane Marjolein Marjorie Markéta Marlen Marlena Marlene Marlies
    Marlis Marlise Marloes Marsha Marta Martha Marthe Martina Martine Marwa Mary Maryam Maryna Marzena
    María Marília Masako Mascha Masoumeh Mathea Mathilda Mathilde Matilde Maud Maureen Maxi Maya
    Mayawati Maysoon Mayumi Maëlle Maëlys Małgorzata Mechthild Mechtild Meena Meera Meg Megan Megawati
    Meghan Megumi Mehrnaz Mehtap Meike Meiling Meirav Melahat Melania Melanie Melek Melike Melina
    Melinda Melissa Melitta Meltem Meral Merav Mercedes Meredith Merete Merethe Merjem Merle Merve
    Meryem Meryl Meta Mette Mi-ae Mia Michaela Michalina Michela Micheline Michelle Michiko Midori Mieke
    Mieko Mihaela Miho Mila Milagros Milana Milanka Mildred Milena Mileva Milica Milla Millie Miloslava
    Mimi Mimoza Mina Mine Minna Mira Miranda Mireia Mireille Mirela Mirella Miri Miriam Mirja Mirjam
    Mirjana Mirlinda Mirosława Mirthe Misaki Mitra Mitsuko Miyuki Moira Molly Mona Monica Monika Monique
    Montserrat Morgane Motoko Mouna Mounira Mukaddes Muna Muriel Mylène Myra Myriam Myrthe Mária Márta
    Märta Mélanie Mónica Mónika Müjde Müzeyyen Naama Nabila Nada Nadeschda Nadezhda Nadia Nadija Nadin
    Nadine Nadiya Nadja Nadège Nafissa Nagako Nagla Nahed Nahid Naima Najat Najla Najwa Nalan Nanako
    Nancy Nandini Naoko Naomi Narges Nargess Nargis Narine Nasreen Nasrin Natalia Natalie Natalija
    Nataliya Natalja Natasa Natascha Nataša Nathalie Nawal Nazan Nazanin Nazli Nazlı Nechama Necla Neda
    Neele Neelie Negar Neha Nela Nele Nellie Nelly Nena Nergiz Nermin Nesibe Neslihan Nesrin Nesrine
    Neta Nevena Nevin Nezahat Ngozi Nichola Nicole Nicoletta Nicolette Nienke Nieves Nigella Nike Niki
    Nikki Nikolina Nilde Nilgün Nili Nilofar Niloofar Nilüfer Nina Nirmala Nitza Nives Nkosazana Noelia
    Noemi Nomsa Nora Noriko Norma Nouha Novella Noémi Noémie Nuran Nuray Nurcan Nuria Nurit Nursel
    Nurten Nóra Núria Océane Oddny Oddrun Odette Odile Ofra Oksana Oleksandra Olena Olesja Olga Olha
    Olivia Olympia Olívia Omaima Ophélie Oprah Oriana Orit Orli Orly Orna Ornella Orsolya Ortrud Ortrun
    Osnat Ottavia Otti Ottilie Oumou Oxana Oya Padma Paetongtarn Paige Paloma Pam Pamela Panagiota Paola
    Paraskevi Parastou Parisa Parvin Parwin Pascale Patricia Patrizia Patrycja Patti Patty Paula
    Pauletta Paulette Pauline Paz Pearl Pegah Peggy Pelin Penelope Penny Penélope Pernille Perrine
    Pervin Petra Petronella Philine Philippa Phoebe Phyllis Pia Pierina Pierrette Pilar Pinar Pippa
    Pirkko Piroska Pnina Polina Polly Pooja Prabha Pratibha Priscilla Priska Priti Priya Priyanka Puan
    Päivi Pınar Rabab Rabea Rabia Rabiaa Rachel Rachida Radha Radia Radka Radmila Rafaela Raffaella
    Rafida Raghad Ragna Ragnheiður Ragnhild Rahaf Rahel Rahime Raisa Raluca Ramatou Ramona Rana Randi
    Rani Rania Raphaela Raquel Rasa Rascha Rasha Ravit Rawan Raymonde Rebecca Rebekka Reem Regina Regine
    Regula Reiko Reingard Reinhild Reinhilde Rekha Rena Renata Renate Renho Renske Renáta Renée Resi
    Revital Reyhan Rhiannon Rhonda Ria Ricarda Riccarda Richarda Rie Rieke Rigoberta Riikka Rika Rike
    Rimma Rita Rivka Roberta Robyn Rocío Rojda Rojin Rokaya Rokhaya Romana Romina Romy Ronit Ronja Rosa
    Rosalba Rosalia Rosalie Rosalind Rosalinde Rosamunde Rosanna Rosaria Rose Roseli Roselies Roselinde
    Roselyne Rosemarie Rosemary Roser Rosi Rosie Rosina Rosl Rossana Rossella Rossiza Roswitha Roxana
    Roxanne Roya Ruba Ruby Rufina Ruken Rukhsana Rumjana Runa Ruqaya Ruslana Ruth Ruti Ruxandra Ružica
    Ryoko Régine Réka Růžena Saadet Saara Sabahat Sabiha Sabina Sabine Sabrina Sachiko Sadako Sadie
    Safaa Safia Safiye Sahar Sahra Saida Saima Sajida Sakina Sakine Sakura Salima Sally Salma Salome
    Salwa Samantha Samar Sameera Samia Samiha Samira Sanaa Sanae Sanaz Sandie Sandra Sandrine Sanem
    Sangeeta Sanja Sanna Sanne Sara Sarah Sari Sarolta Sarwat Saskia Satoko Savita Sawsan Sayaka Sayuri
    Scarlett Schabnam Schirin Schukria Seda Sehnaz Selam Selda Selen Selin Selina Selma Semra Sena
    Senait Senta Sepideh Seraina Serap Serena Serpil Setareh Setsuko Sevda Sevgi Sevil Sevilay Sevim
    Seyda Seyma Seyran Shabana Shahla Shaima Shamima Shamsia Sharon Sheikha Sheila Shelley Shelly
    Shereen Sherry Sheryl Shilpa Shira Shirin Shirley Shizuka Shlomit Shobha Shoko Shoshana Shpresa
    Shulamit Sibel Sibongile Sibylla Sibylle Sieglind Sieglinde Siegrid Siegrun Sienna Sietske Sigal
    Signe Sigrid Sigrun Sigríður Siham Silja Silje Silke Silvana Silvia Simay Simin Simona Simone
    Simonetta Sina Sinead Sineb Sinja Sinéad Siobhan Siri Sirimavo Sirin Sirpa Sita Siti Siv Sivan
    Sjoukje Slavica Slavka Smadar Smriti Snežana Snježana Sofia Sofie Sofieke Sofija Sofía Soheila
    Sol-ju Solange Soledad Solfrid Solomija Solveig Solvejg Solène Somaya Son-hui Sonali Songül Sonia
    Sonja Sophia Sophie Soraya Sorina Souad Souhaila Soumaya Stacey Stacy Stanislava Stanka Stavroula
    Stefania Stefanie Steffi Steinunn Stella Stephanie Stina Stine Stéphanie Suad Sue Suella Suhair
    Suheir Sujata Sumaya Sumiko Sun-hee Sunita Sunniva Susan Susana Susann Susanna Susanne Suse Sushma
    Susi Susie Suzan Suzanne Svea Svenja Svetlana Svitlana Swantje Swati Swetlana Switlana Swjatlana
    Swjetlana Sybille Sylke Sylvia Sylviane Sylvie Synne Synnøve Szilvia Ségolène Süheyla Sükran
    Sławomira Tabea Tabitha Tahani Tahereh Taina Taisia Talea Tali Talia Tamar Tamara Tamina Tammy Tania
    Tanja Tansu Tara Tarja Tatiana Tatjana Tawakkol Teodora Teresa Tereza Teri Tess Tetiana Tetjana
    Teuta Thandiwe Thea Theano Thekla Thelma Theodora Theres Theresa Therese Theresia Thuli Thusnelda
    Thuy Thérèse Tiffany Tigist Tiina Tilda Tilla Tina Tine Tineke Tiziana Tjitske Toktam Tomke Tomoko
    Tomomi Tone Toos Tora Torill Torunn Tosca Toshiko Tracey Tracy Traudel Traudl Traute Trijntje Trine
    Trude Trudel Trudi Trudy Tsipi Tsvetana Tuba Tugba Tuija Tulsi Tuula Tuğba Tyra Tzipi Tzipora Tímea
    Tülay Tülin Tünde Türkan Ulla Ulrika Ulrike Ulrikke Uma Una Undine Unni Ursel Ursina Ursula Urszula
    Uschi Usha Uta Ute Vaira Valbona Valdete Valentina Valentyna Valeria Valerie Valerija Valeska
    Valérie Vanda Vandana Vanesa Vanessa Vanna Varda Varvara Vasiliki Vasilisa Vassiliki Vasundhara
    Veerle Vera Verena Verene Verona Veronika Verónica Vesna Vibeke Vicki Vicky Victoria Vidya Vigdis
    Vigdís Viktoria Viktorija Viktória Vilma Viola Violet Violeta Violetta Viorica Virginia Virginie
    Virna Vittoria Viviana Viviane Vivien Vivienne Vjosa Vlada Vlasta Vlora Vreni Véronique Věra Wafa
    Wafaa Walburga Walentina Walerija Walpurga Waltraud Waltraut Waltrud Wanda Wangari Warda Warwara
    Wenche Wencke Wendelgard Wendy Wenke Wera Weronika Whitney Whoopi Wibke Widad Wiebke Wiktoria
    Wiktorija Wilhelmina Wilhelmine Willeke Willemijn Wilma Wiltrud Winifred Winnie Wioletta Wisława
    Xenia Xenija Ximena Xiomara Yaara Yael Yalda Yana Yasmin Yasmina Yasmine Yasuko Yaël Yehudit Yelena
    Yeliz Yesim Yeşim Yifat Yildiz Yingluck Ylva Yo-jong Yoko Yolanda Yolande Yonit Yoshiko Yousra
    Yukari Yukiko Yulia Yuliya Yumi Yumiko Yuna Yurdagül Yuriko Yusra Yvette Yvonne Zadie Zahida Zahira
    Zahra Zainab Zakia Zanele Zara Zarifa Zaynab Zdena Zdenka Zdeňka Zehava Zehra Zeina Zeinab Zeliha
    Zenta Zenzi Zerrin Zeynep Zipi Zipora Zita Ziva Zlata Zoe Zofia Zohra Zoi Zora Zorica Zoya Zoé Zoë
    Zsuzsa Zsuzsanna Zsófia Zubaida Zuhal Zulema Zulfa Zuzana Zuzanna Zwetana Zübeyde Ágnes Åsa Åse
    Çiğdem Ève Édith Élisa Élisabeth Élise Élodie Éva Özge Özlem Ümmühan Łucja Şükran Štěpánka Šárka
    Žaneta Željka""".split()
)
MALE_NAMES = frozenset(
    """Aaron Aart Abbas Abbondio Abdallah Abdelaziz Abdelfattah Abdelhak Abdelkader Abdelmadjid Abdelrahman
    Abdelwahab Abdirahman Abdou Abdoulaye Abdulaziz Abdulhamid Abdulkadir Abdulla Abdullah Abdulrahman
    Abe Abebe Abiy Abraham Achille Achilleas Achim Achmed Adalbert Adam Adama Adel Adelbert Adem Adham
    Adi Adib Adil Aditya Adnan Adolf Adolfo Adonis Adriaan Adrian Adriano Afshin Agim Agron Agustín
    Ahmad Ahmed Ahmet Aidan Aimal Aiman Aimé Ainsley Aitor Ajay Ajit Ajmal Akash Akbar Akhilesh Akif
    Akihito Akin Akinwumi Akio Akira Akram Aksel Alaa Alaattin Aladin Alain Alan Alar Alassane Alastair
    Alban Albert Alberto Albin Albrecht Albéric Aldo Aldous Alec Alejandro Alejo Alekos Aleksandar
    Aleksander Aleksandr Aleksei Aleksej Ales Alessandro Alessio Alexander Alexandre Alexandros Alexei
    Alexej Aleš Alf Alfie Alfons Alfonso Alfred Alfredo Algirdas Algot Ali Alireza Alistair Aljaksandr
    Aljaž Aljoscha Allan Allen Almasbek Alois Aloisius Alonso Aloys Alparslan Alper Alpha Alphonse Altan
    Altin Alvin Alwin Amadeus Amadou Amaury Ambros Ambrose Amedeo Amerigo Amin Amir Amit Amitabh Ammar
    Amnon Amos Amr Anand Anas Anastasio Anastasios Anatol Anatole Anatoli Anatolij Anders Andi Andonis
    Andreas Andrei Andrej Andrew Andri Andrij Andrija Andriy Andrus Andrzej András André Andrés Andy
    Angelo Angus Anian Anil Anis Anish Anker Anselm Ansgar Antal Ante Anthony Antoine Anton Antoni
    Antonio Antonis Antonín Antun António Antônio Anupam Anwar Aníbal Apostolos Apti Aras Aravind Arayik
    Arben Arbër Archibald Archie Arda Ardian Aref Ari Arian Arie Arieh Arif Aris Aristide Aristotelis
    Arjan Arjen Arjun Arkadi Arkadij Arman Armand Armando Armen Armin Arnaldo Arnau Arnaud Arnd Arndt
    Arne Arnie Arno Arnold Arnulf Arrigo Arsenij Arsène Artan Artem Artemio Arthur Artjom Arto Artur
    Arturo Arturs Arun Arved Arvid Arvind Arvydas Aryan Arye Aryeh Asad Asaf Asbjørn Asef Asher Ashfaq
    Ashkan Ashok Ashraf Ashwin Asier Asif Asim Askar Aslak Assen Atakan Atal Atef Athanasios Atiku Atila
    Atilla Atle Atsushi Atta Attila Attilio August Augustin Augusto Aurelio Aurélien Austin Avi Avigdor
    Avinash Aviv Avner Avraham Axel Aydin Aydın Aykut Ayman Ayodele Ayoub Azem Azhar Aziz Azzam Babacar
    Babak Babatunde Badr Baha Bahman Bahram Bajram Baldassare Balduin Baldur Baltasar Balthasar Balázs
    Bandar Baptist Baptiste Barack Baran Bardo Barend Baris Barnaby Barney Barry Bart Bartholomäus
    Bartolomeo Bartosz Bartłomiej Baruch Barış Bas Baschar Basem Bashar Bashir Basil Basim Bassam Bassem
    Bassirou Bastian Bastien Battal Battista Bautista Bayram Beat Beatus Behnam Behrouz Behzat Bekele
    Bekim Bekir Belal Ben Benedetto Benedict Benedikt Beniamino Benigno Benito Benjamin Benno Benny
    Benoît Bent Benyamin Benzion Beppe Beppo Berat Berhane Berk Berkan Bernabé Bernard Bernardo Bernd
    Bernhard Bernie Bernt Bert Berthold Bertie Bertold Bertram Bertrand Besir Besnik Bettino Bezalel
    Bhumibol Bidsina Bijan Bilal Bill Billy Binali Binyamin Bipin Birger Bjarne Bjarni Björn Bjørn
    Blaise Blake Blasius Blerim Boaz Bob Boban Bobby Bodo Bogdan Bogusław Bohdan Bohumil Bohuslav Bojan
    Bojko Bola Bolesław Bongbong Bonifaz Boris Borislav Borja Borys Boubacar Boutros Boško Božo Brad
    Bradley Brahim Bram Brandon Branimir Branislav Branko Brendan Brent Brett Brian Brice Bronisław
    Bruce Bruno Bryan Bujar Burak Burghard Burhan Burim Burkard Burkart Burkhard Burkhardt Byron Bálint
    Béla Börje Bülent Břetislav Caetano Cafer Cahit Cajus Caleb Calogero Calvin Camillo Carl Carles
    Carlo Carlos Carmelo Carmine Carsten Cayetano Cecil Cedric Cees Celal Celil Cem Cemal Cemil Cengiz
    Cenk Cesare Cevat Cevdet Cezary Chad Chaim Chaled Chalid Chalifa Chan-wook Chandra Charalambos
    Charis Charles Cheick Cheikh Chester Chinedu Ching-te Chinua Christer Christian Christof Christoph
    Christophe Christopher Christos Chuck Chukwuma Chung-hee Cihan Cihat Ciriaco Ciro Claas Claes
    Clarence Clark Claudio Claudius Claus Clemens Clement Clemente Cliff Clifford Clint Clive Clyde
    Clément Cody Coen Colin Colm Conan Conor Constantin Cor Cornel Cornelius Corrado Cosimo Costantino
    Craig Cristiano Cristóbal Csaba Ctibor Curd Curdin Curt Cyprien Cyriak Cyril Cyrus Czesław Cédric
    César Cüneyt Daan Dae-jung Dag Daichi Daisuke Dalibor Damian Damien Damir Damon Dan Daniel Danilo
    Danny Danylo Daoud Dardan Dario Darius Dariush Dariusz Darren Darryl Dave David Davide Davor Davut
    Davíð Dawid Dawit Dawood Dean Declan Deepak Dejan Demetrio Denis Dennis Denys Denzel Derek Dermot
    Desmond Detlef Detlev Dev Devendra Dexter Dezső Dick Didier Diederik Diedrich Diego Dierk Dieter
    Dietger Diethard Diethelm Diether Dietmar Dietrich Dimitar Dimitri Dimitrij Dimitrios Dimitris
    Dinesh Dinko Dino Diogo Dirk Djamel Dmitri Dmitrij Dmitry Dmytro Dobrica Dobroslav Dogan Dogu Dolf
    Domagoj Domenico Domingo Dominic Dominik Don Donald Donato Donatus Doug Douglas Doğan Dragan Drago
    Dragoslav Dražen Dries Dritan Driton Dror Duarte Duck-soo Dudu Duilio Duncan Durmus Durmuş Dusan
    Dustin Dušan Duško Dwayne Dwight Dylan Dzianis Dzmitry Dániel Dénes Eamon Eberhard Ebrahim Eckard
    Eckart Eckehard Eckhard Eckhardt Eckhart Ed Eddie Eddy Edgar Edgardo Edgars Edi Edin Edinson Edmond
    Edmund Edoardo Edouard Edson Eduard Eduardo Edward Edwin Eero Efraim Efraín Efstathios Egbert Egid
    Egidio Egil Egils Egon Ehab Ehrenfried Ehrhard Ehsan Ehud Eiji Einar Eino Eirik Eisaku Eitan Eitel
    Eivind Ekrem Eli Eliahu Elias Eliezer Elijah Elio Eljas Elliot Elliott Elmar Elof Elon Eloy Elton
    Elvis Elyas Emad Emanuel Emanuele Emeka Emil Emile Emiliano Emilio Emin Emir Emmanuel Emmerich
    Emmerson Emmett Emomali Emrah Emre Ender Endre Enes Engelbert Engin Enguerrand Enis Enlai Ennio Enno
    Enoch Enric Enrico Enrique Enver Enzo Eran Erasmus Ercan Ercole Erdal Erdem Erdinc Erdinç Eren Ergün
    Erhan Erhard Erhart Eric Erich Erik Erkan Erkki Erkut Erlend Erling Ermanno Ernest Ernesto Ernie
    Ernst Ernö Ernő Erol Errol Ersin Ertan Ertugrul Ertuğrul Erwin Esa Esben Eskil Esko Esmail Espen
    Essam Esteban Ethan Ethem Etienne Ettore Eugen Eugene Eugenio Eugeniusz Eugène Eusebio Eustachius
    Evan Evangelos Evert Ewald Ewan Ewout Eyal Eyob Eyüp Ezequiel Ezio Ezra Fabian Fabien Fabio Fabrice
    Fabrizio Facundo Fadel Fadi Fadil Fahad Fahd Fahrettin Fahri Faisal Faiz Fakhri Falk Falko Fares
    Farhad Farhan Fariborz Farid Faris Farouk Farshad Faruk Farzad Fathi Fatih Fatmir Fatos Faure Fausto
    Fawad Fawzi Fayez Fazal Federico Fehmi Felipe Felix Ferdinand Ferdinando Ferenc Fereydoun Fergus
    Ferhat Ferit Fermín Fernand Fernando Ferruccio Fethi Fethullah Fevzi Fidel Fikret Filip Filipe
    Filippo Finn Firas Firat Fjodor Flaminio Flamur Flavio Florent Florian Floris Flurin Folke Folker
    Folkert Forrest Fotis Fouad Francesc Francesco Francis Francisco Franck Franco Frank Franklin Frans
    František Franz Franzl François Fred Freddy Frederick Fredrik Fredy Frido Fridolin Friedbert
    Friedemann Frieder Friedhelm Friedolin Friedrich Friedwart Frits Fritz Frode Frédéric Fuat Fumio
    Fumito Félix Fürchtegott Fırat Gabino Gabriel Gadi Gaetano Galip Ganesh Gangolf Gani Gareth Garip
    Garrett Garry Gary Gaspar Gaspard Gaston Gastón Gautam Gauthier Gautier Gavin Gazmend Gaël Gebhard
    Geert Geir Genc Gene Genki Gennadi Gennadij Gennaro Geoff Geoffrey Georg George Georges Georgi
    Georgios Geraint Gerald Geraldo Gerard Gerardo Gerd Gereon Gerfried Gergely Gergő Gerhard Gerhardt
    Gerhart Germain Germán Gernot Gero Gerold Gerolf Gerrit Gershom Gert Getúlio Ghassan Ghazi Ghislain
    Gholam Ghulam Giacomo Giampaolo Gian Giancarlo Gianfranco Gianluca Gianluigi Gianmarco Gianni
    Giannis Gideon Gidon Gijs Gil Gilad Gilbert Giles Gilles Gino Gioacchino Gion Giordano Giorgi
    Giorgio Giorgos Giovanni Girish Girma Gisbert Giselher Gitanas Giuliano Giulio Giuseppe Gjergj Gleb
    Glen Glenn Goffredo Gonzalo Gonçalo Goodluck Gopal Goran Gordon Goro Goswin Gotabaya Gottfried
    Gotthard Gotthilf Gotthold Gottlieb Gottlob Graeme Graham Granit Grant Graziano Greg Gregor Gregorio
    Gregory Grigori Grigorij Grigoris Grzegorz Grégoire Grégory Gudmund Guglielmo Guido Guilherme
    Guillaume Guillermo Gulbuddin Gundolf Gunnar Gunter Gunther Guntram Guofeng Gurbanguly Gustaf Gustav
    Gustave Gustavo Guus Guy Guðmundur Guðni Gyula György Gábor Gérald Gérard Géza Gísli Gökhan Göran
    Gösta Göte Götz Gültekin Güngör Günter Günther Gürsel Haakon Habib Habibullah Hadi Hadrien Hafez
    Hafiz Hagai Hagen Haibatullah Haile Hailemariam Haim Haitham Hajime Hajo Hakainde Hakan Haki Hakim
    Hakki Hakkı Hal Haldun Halil Halis Halit Halldór Haluk Halvard Halvor Hamad Hamdi Hamdullah Hamed
    Hamid Hamish Hamit Hamoud Hamza Hani Hank Hannes Hanno Hanns Hannsjörg Hannu Hans Hansgeorg Hansi
    Hansjörg Hansjürgen Hanspeter Hansruedi Hansueli Harald Hardeep Hardy Hari Haris Harish Harith Harm
    Harold Haroun Harri Harro Harry Hartmut Hartwig Haruhiko Haruki Harun Harvey Hasan Hashem Hashim
    Hassan Hassane Hasse Hasso Hatem Hauke Hayao Hayati Haydar Hayrettin Hazem Hector Heikki Heiko Hein
    Heiner Heini Heino Heinrich Heinz Heinzpeter Hekmat Helfried Helge Hellmut Hellmuth Helmar Helmut
    Helmuth Hendrik Henk Hennes Henning Henri Henrik Henry Henryk Herbert Heribert Heriberto Herman
    Hermann Hernán Herrmann Hershel Hervé Herzi Hesham Heung-min Heydar Hicham Hideaki Hideki Hideo
    Hideto Hidetoshi Hideyuki Hieronymus Hikmet Hilal Hilario Hilmar Hinnerk Hinrich Hipólito Hirofumi
    Hirohito Hirokazu Hiroki Hiroshi Hiroto Hiroyuki Hisashi Hisham Hitoshi Hjalmar Holger Holm Honoré
    Horst Hosni Hossam Hossein Houari Houssam Hovik Howard Hristo Hrvoje Hryhorij Hubert Hubertus Hugh
    Hugo Hugues Huib Hulusi Humbert Humberto Hunter Hussam Hussein Håkan Håkon Hélder Hüseyin Ian
    Ibrahim Ibrahima Ichiro Idar Ido Idris Idriss Idrissa Ignacio Ignatius Ignaz Ignazio Igor Ihor Ihsan
    Ikenna Iker Il-sung Ilan Ilario Ilhan Ilias Ilija Ilir Ilja Ilker Ilkka Illja Ilyas Imad Immanuel
    Imran Imre Inan Ingbert Ingmar Ingo Ingolf Ingomar Ingvar Ingvars Ingve Ioan Ioannis Iosif Iraj
    Irakli Irfan Irving Irwin Isaac Isaias Isamu Isidor Isidro Iskander Iskender Islom Ismael Ismail
    Ismaël Ismaïl Ismet Issa Issei István Isuf Itai Italo Itamar Itaru Itzchak Itzik Ivan Ivano Ivar
    Ivica Ivo Iván Iwan Iyad Izzet Jaafar Jaap Jabbar Jaber Jabir Jacek Jacinto Jack Jacob Jacopo
    Jacques Jae-in Jae-myung Jafar Jagdish Jaime Jair Jairo Jakaya Jake Jakob Jakov Jakub Jakup Jalal
    Jalil Jamal James Jamil Jamshid Jan Janek Janez Janik Janis Janko Jann Jannes Jannik Jannis Janosch
    Janusz Jared Jari Jarl Jarmo Jaromir Jaromír Jaroslav Jaroslaw Jarosław Jason Jasper Jassim Jaume
    Javier Jawad Jawaharlal Jay Jayant Jed Jeff Jeffrey Jegor Jelle Jens Jenő Jeremiah Jeremias Jeremy
    Jermaine Jeroen Jerome Jerry Jerzy Jerónimo Jesko Jesper Jesse Jesús Jewgeni Jewgenij Jewhen Jiabao
    Jibril Jieshi Jihad Jim Jimmy Jinping Jintao Jiro Jitzchak Joachim Joaquim Joaquín Joav Jochem
    Jochen Joe Joel Joey Johan Johann Johannes John Johnny Joko Jomo Jon Jonah Jonas Jonathan Jong-il
    Jong-nam Jong-un Jonás Joon-ho Joop Joost Jordi Jorge Joris Jorma Joscha Josef Josep Joseph Josh
    Joshua Josiah Josip Jossi Jost José Jouni Jovan Jozef João Joël Juan Juanjo Jude Juergen Juha Juhani
    Jukka Jules Julian Julien Julio Julius Julián Junichi Junichiro Junya Jupp Juraj Jure Jurgen Juri
    Jurij Juris Jussi Jussuf Justin Justo Justus Jyrki János Jérémie Jérémy Jérôme Jóhannes Józef József
    Józsi Jörg Jörgen Jörn Jørgen Jürg Jürgen Jüri Jānis Kaan Kadir Kadri Kadyr Kai Kai-shek Kailash
    Kalle Kamal Kamber Kambiz Kamil Kamran Karan Kareem Karel Karim Karimullah Karl Karlheinz Karsten
    Kasim Kasimir Kaspar Kasper Kassem Kassym-Schomart Katsunobu Katsuya Kauko Kaveh Kazim Kazimierz
    Kazuhiro Kazuo Kazuya Kees Keigo Keijo Keir Keisuke Keita Keith Keld Kemal Ken Kenan Kenichi Kenji
    Kenneth Kenny Kent Kenta Kenzaburo Kenzo Kepa Keqiang Kerem Kerim Kevin Kgalema Khaled Khalid
    Khalifa Khalil Khamis Khurram Ki-moon Kiichi Kilian Kimi Kiril Kirill Kirk Kiros Kizza Kjartan Kjell
    Klaas Klaes Klaus Klauspeter Klemens Kliment Knud Knut Kobi Koen Kofi Koichi Koichiro Koji Kojo
    Kolja Konrad Konradin Konstantin Konstantinos Konstantyn Koos Koray Korbinian Kornelius Kosei Kossi
    Kostas Kostjantyn Krešimir Krishna Kristian Kristján Kristoffer Kristóf Krišjānis Krzysztof Kubilay
    Kujtim Kuk-song Kuno Kurt Kushtrim Kwabena Kwame Kwesi Kyle Kylian Kyriakos Kyrill Kyrylo Kálmán
    Károly Kâzım Kåre Köbi Köksal Kęstutis Ladislav Lajos Lakhdar Lal Lalit Lambert Lamberto Lamine Lapo
    Larry Lars Lasse Latif Laurens Laurent Laurentius Laurenz Lauri Lautaro Lawrence Lazarus Leander
    Leandro Lech Leendert Lefteris Leif Len Lennart Lenz Leo Leon Leonard Leonardo Leonhard Leonid
    Leonidas Leopold Leopoldo Leroy Lester Leszek Levan Levent Levente Levin Lewis Liam Lieven Lijian
    Lino Linus Lionel Liridon Lirim Lisandro Livio Liviu Ljubomir Lloyd Loay Lodewijk Logan Lorenz
    Lorenzo Loris Lotfi Lothar Louis Loukas Loïc Lubomir Lubomír Luboš Luc Luca Lucas Luchino Luciano
    Lucien Lucio Ludger Ludolf Ludovic Ludwig Luigi Luis Luitpold Luiz Lukas Luke Lulzim Luther Lutz
    Luuk Luís Lyndon László Lázaro Léo Léon Léopold Lóránt Lüder Lütfi Maarten Maciej Macit Macky Madhav
    Mads Magne Magnus Magomed Mahamadou Mahamat Mahathir Mahdi Mahendra Maher Mahesh Mahinda Mahir
    Mahmoud Mahmud Mahmut Mahsun Maik Majed Majid Makis Maksim Maksym Malcolm Malek Malik Malte Mamadou
    Mamady Mamoru Mamoudou Mamoun Manfred Manfredo Mangosuthu Manish Manlio Manmohan Manoel Manoj
    Manolis Manolo Mansour Mansur Manuel Marc Marcel Marcelino Marcello Marcelo Marcin Marco Marcos
    Marcus Marek Mariano Mario Marios Marius Mariusz Mark Markku Marko Markus Markwart Marnix Marouane
    Martin Martti Marty Martyn Martín Marvin Marwan Marzouk Masaaki Masahiro Masaki Masaru Masato
    Masayoshi Masayuki Masoud Massimiliano Massimo Massoud Masud Mateo Mateus Mateusz Mathias Mathieu
    Mathis Matija Matjaž Mats Matt Matteo Matthew Matthias Matthieu Matthijs Matthäus Matti Mattia
    Matías Matěj Mauno Mauri Maurice Mauricio Maurizio Mauro Maurício Max Maxence Maxim Maxime
    Maximilian Maxwell Mehdi Mehmet Mehran Meinhard Meinhart Meinolf Meinrad Melchior Meles Melih Melvin
    Memet Menachem Menno Mentor Meric Merlin Mert Mervyn Mesfin Mesut Mete Metin Mevlüt Michael Michail
    Michaił Michalis Michaël Michał Micheil Michel Michelangelo Michiel Mick Mickey Mieczysław Miguel
    Mihai Mihail Mihajlo Mihály Mikael Mikalaj Mike Mikel Mikhail Mikis Mikkel Mikko Miklós Mikola
    Mikołaj Mikuláš Milan Milenko Miles Miljan Milo Milorad Milos Milovan Miloš Miltiadis Mimmo Min-jae
    Minh Minoru Miodrag Mircea Mirco Mirko Miro Miroslav Mirosław Mirza Mischa Mitch Mithat Mitsuo Mitt
    Mladen Mogens Mohamad Mohamed Mohammad Mohammed Mohan Mohsen Mohsin Moisés Mokgweetsi Momčilo Moncef
    Moo-hyun Mordechai Morihiro Moritz Morten Morteza Mosche Moshe Mostafa Motoharu Motti Mouammar
    Mounir Mourad Moussa Mstislav Muammer Muayad Mugur Muhammad Muhammadu Muhammed Muhammet Muhannad
    Muharrem Muhittin Muhsin Muhyiddin Mujtaba Mukesh Mukhtar Mukul Mulatu Munir Muntasir Muqtada Murad
    Murat Murilo Muritala Musa Musab Mustafa Mutaz Mutlu Muzaffer Mychajlo Mykhailo Mykola Mykyta
    Myung-bak Mário Márton Mátyás Máté Máximo Mücahit Münir Mārtiņš Nabih Nabil Nachum Naci Nadav Nader
    Nadim Nadir Naftali Naim Najib Najibullah Nandan Nando Nangolo Nanni Naoki Naoto Narciso Narendra
    Naresh Naruhito Nasir Nasr Nasrullah Nasser Natan Nate Nathan Nathaniel Naveed Naveen Navid Nawaf
    Nawaz Nazim Nazir Nebojša Necati Necdet Necip Necmettin Ned Nedeljko Nedim Neil Nejat Nenad Nepomuk
    Neville Nevio Nevzat Newt Nexhat Neymar Nicanor Nicholas Nick Nico Nicolaas Nicolae Nicolai Nicolas
    Nicolo Nicolás Nicolò Nicușor Nidal Niek Niels Nigel Nihat Niilo Nikhil Niklas Niko Nikola Nikolai
    Nikolaj Nikolaos Nikolas Nikolaus Nikos Nils Nimrod Nitin Nitzan Nizamettin Nizar Nnamdi Noah Noam
    Noboru Nobuhiko Nobuo Nobuyuki Noel Norbert Norberto Norio Norman Norodom Notker Noureddine Nouri
    Noé Nuh Numan Nuno Nunzio Nurettin Nuri Nursultan Nâzım Obaid Obinna Octave Octavian Octavio Oddvar
    Oded Odo Odysseas Ofer Ofir Oguz Oguzhan Okan Oktay Ola Olaf Olafur Olav Olavi Oldřich Ole Oleg Oleh
    Oleksandr Oleksii Oleksij Oleksiy Oliver Olivier Olle Olli Ollie Oluf Olusegun Oluwaseun Omar Omid
    Omprakash Omri Ondřej Onni Onno Onur Orazio Oren Oreste Orhan Ori Oriol Orlando Oronzo Orson Ortwin
    Orvar Osama Osamu Oscar Oskar Osman Osmo Ossi Ostap Osvaldo Oswald Oswin Otfried Othman Othmar Otis
    Otmar Ottavio Ottfried Ottmar Otto Ottokar Otávio Oumar Ousmane Ove Ovidiu Owen Ozan Oğuz Paavo
    Pablo Paco Palle Panagiotis Pandeli Pankaj Pankraz Panos Pantelis Paolo Parviz Parwis Pascal Pascual
    Pasqual Pasquale Patrice Patricio Patrick Patrik Paul Paulo Pavel Pavle Pavlo Pavlos Pawel Paweł
    Pawlo Payam Peder Pedro Peer Pekka Pelle Pentti Pepe Per Percy Pere Perikles Perry Pertti Pervez
    Petar Pete Peter Petr Petri Petrit Petro Petros Petru Petteri Peyman Phil Philip Philipp Philippe
    Philippus Pierluigi Piero Pierre Piet Pieter Pietro Pim Pinchas Pino Piotr Pirmin Pius Piyush Pjotr
    Plamen Plácido Polat Poul Pouya Prabowo Prakash Pranab Prashant Pravin Prayut Preben Predrag Prem
    Preston Prokopis Przemysław Pál Pär Pål Péter Qaboos Qais Qasem Qasim Qassem Qishan Quentin Quim
    Quirin Qusai Rabih Rachid Rade Radek Radim Radko Radomir Radoslav Radosław Radovan Radu Raed Rafael
    Raffaele Rafi Rafik Rafiq Ragnar Rahim Rahimullah Rahman Rahmatullah Rahmi Rahul Raif Raik Raimo
    Raimondo Raimonds Raimund Raimundo Rainald Rainer Raj Rajab Rajesh Rajinder Rajiv Rajnath Ralf Ralph
    Ram Ramadan Raman Ramazan Ramesh Rami Ramin Ramiro Ramsan Ramush Ramzi Ramón Randall Randolph Randy
    Ranil Ranjit Raoul Raphael Raphaël Raschid Rashad Rashed Rashid Rasim Rasmus Rastislav Ratko Rauf
    Raul Ravi Ray Raymond Raúl Recep Reece Refik Reggie Reginald Reidar Reimar Reimer Reimund Reiner
    Reinhard Reinhardt Reinhart Reinhold Reinier Reinold Remigius Remzi Renato Rens Renzo Renán René
    Resul Reto Reuven Rex Reza Rezső Reşit Rhys Riad Ricardo Riccardo Richard Richie Richárd Rick Ricky
    Rico Ridvan Rik Rinus Rishi Risto Ritsu Riyad Riyadh Riza Roald Rob Robbert Robbie Robert Roberto
    Rocco Roch Rochus Roderich Roderick Rodion Rodney Rodolfo Rodolphe Rodrigo Roel Roeland Rogelio
    Roger Rohan Rohit Roi Roland Rolandas Rolf Romain Roman Romano Romeo Romolo Román Romário Ron Ronald
    Ronaldo Ronan Ronen Rongji Ronnie Ronny Rory Ross Rossen Rostislav Rostyslav Rouhollah Rouven Rowan
    Roy Ruben Rubén Rudi Rudolf Rudolph Rudy Ruedi Rufus Ruggero Ruhollah Rui Rumen Rune Rupert
    Rupprecht Ruprecht Ruslan Russ Russell Rustam Rusłan Rutger Ruud Ruven Ruwen Ryan Ryo Ryoichi
    Ryosuke Ryota Ryszard Ryuichi Ryutaro Régis Rémi Rémy Rüdiger Rıdvan Rıza Saad Sabahattin Saber
    Sabir Sabri Saburo Sacha Sachin Sadao Saddam Sadegh Sadettin Sadik Sadio Sadyr Saeed Sahin Said Saif
    Sajid Sajjad Sakari Salah Salam Saleh Salem Sali Salih Salim Salman Salomon Salva Salvatore Salvo
    Sameh Samer Samet Sami Samir Sampo Samson Samuel Sandeep Sandro Sanjay Sanjeev Santiago Sarkawt
    Sascha Satoru Satoshi Satya Saud Sauli Sava Saverio Sawwa Sayed Sayyid Saïd Saúl Saša Schahbas
    Schahram Schamil Schawkat Schimon Schlomo Schmuel Schorsch Scott Seamus Sean Sebastian Sedat Sefa
    Seiji Sekou Selahattin Selami Selcuk Selim Selçuk Semih Semjon Sepp Seppo Serdal Serdar Serge Sergei
    Sergej Sergey Sergio Serhat Serhii Serhij Serhiy Serkan Sersch Sertac Seth Settimio Severin Sevket
    Seyfettin Seyit Sezai Sezer Shadi Shafiq Shahab Shahbaz Shahid Shahram Shai Shaip Shakib Shane
    Shankar Shaoqi Sharad Shashi Shaul Shaun Shawn Shehbaz Sheldon Sherman Shigeo Shigeru Shimon
    Shinichi Shinji Shinjiro Shintaro Shinya Shinzo Shivraj Shkodran Shlomo Shmuel Shohei Shoichi Shokri
    Shpend Shui-bian Shunsuke Siamak Siarhei Sid Siegbert Siegfried Siegmar Siegmund Sigbert Sigismund
    Sigmar Sigmund Sigurd Sigurður Siim Silvan Silvester Silvestro Silvino Silvio Simeon Simon Simón
    Sinan Sindre Sipho Sirajuddin Sirri Sivert Sixtus Sjaak Sjarhej Sjoerd Skender Slaven Slavko
    Slawomir Slimane Slobodan Snorre Snorri Soheil Sohrab Sokratis Solomon Soner Sorin Sosuke Soufiane
    Souleymane Spencer Spyridon Spyros Srdan Srettha Srđan Stan Stanimir Stanislas Stanislaus Stanislav
    Stanislaw Stanisław Stanley Stavros Stefan Stefano Stefanos Steffen Steinar Stelian Stelios Sten
    Stepan Stephan Stephen Steve Steven Stewart Stian Stig Stijn Stipe Stjepan Stojan Stuart Sture
    Stéphane Suat Sudhir Suhail Suk-yeol Sulayman Suleiman Sundar Sune Sung-yong Sunil Suresh Surya
    Susumu Svatopluk Svein Sven Sverre Swen Swjatoslaw Sybrand Sylvain Sylvester Szabolcs Szilárd Szymon
    Sándor Sébastien Sérgio Sönke Sören Søren Sükrü Süleyman Sırrı Sławomir Taavi Tad Tadao Tadashi
    Tadeusz Tage Taha Taher Tahir Taichi Takahiro Takao Takashi Takayuki Takeo Takeshi Takis Takuma
    Takumi Talal Talib Tamir Tammo Tamás Tancredi Taner Tanguy Tanju Tapio Taras Tarek Tareq Tarik Tariq
    Tarkan Tarmo Taro Tassilo Tassos Tatsuya Tauno Tawfik Tayeb Tayfun Tayfur Taylan Tayyip Ted Tedros
    Teemu Teklay Telmo Tendai Tenzin Teodoro Teoman Terence Terje Terrence Terry Tesfaye Tetsuya Teun
    Tevfik Tewolde Teófilo Thabo Thaddeus Thaddäus Thaksin Thanasis Theis Themba Theo Theobald Theodor
    Theodore Theodoros Theun Thiago Thibault Thibaut Thierry Thies Thijs Thilo Thodoris Thomas Thor
    Thoralf Thorben Thorbjørn Thore Thorsten Thorvald Thure Tiago Tiberius Tibor Tigran Tihomir Tijs
    Till Tillman Tillmann Tilman Tilmann Tilo Tim Timm Timo Timofej Timon Timotheus Timothy Timur Tino
    Titus Tivadar Tizian Tjark Tobey Tobias Toby Todd Todor Toivo Tolga Tom Tomas Tomasz Tomaž Tomer
    Tomislav Tommaso Tommy Tomoaki Tomohiro Tomás Tomáš Ton Tony Toomas Toon Tor Torben Torbjörn Tord
    Tore Torgeir Torkel Torsten Torvald Toshiaki Toshihiro Toshio Toshiyuki Toto Traian Traugott Travis
    Trent Trevor Tristan Trond Troy Trygve Tsutomu Tuan Tucker Tudor Tullio Tuncay Tuncel Tuncer Tuomas
    Tuomo Turan Turgay Turgut Turki Tycho Tyler Tzachi Türker Ubaldo Uday Udo Ueli Ufuk Ugo Ugur Uhuru
    Ui-yong Ulf Ulises Ulrich Ulysse Umar Umaru Umberto Unai Urban Urbano Urho Uri Urs Ursus Usama Usman
    Utz Uwe Uzi Uğur Vaclav Vadim Vagn Vahap Vajiralongkorn Valdas Valdemar Valdis Valentin Valentino
    Valentín Valerio Valeriu Valon Valéry Vangelis Vardan Vasco Vasil Vasile Vasilij Vasilios Vasilis
    Vassilis Vasyl Vedat Vedran Veikko Veit Veli Veljko Ventsislav Vernon Veton Veysel Vianney Vic
    Vicente Victor Vidar Vidkun Viggo Vijay Vikram Viktor Ville Villy Vilmos Vinay Vince Vincent
    Vincenzo Vinod Vinzent Vinzenz Vinícius Viorel Virat Virgil Virgilio Visar Vishal Vitali Vitalij
    Vitaly Vito Vittorio Vitus Vivek Vjekoslav Vlad Vladan Vladimir Vladimír Vladislav Vladko Vlado
    Vladyslav Vlastimil Vojin Vojislav Vojtěch Volkan Volker Volkhard Volkmar Volkwin Volodymyr Vuk
    Vural Vyacheslav Vytautas Václav Väinö Víctor Vít Wadim Wadym Wael Wahid Waldemar Waldo Waleed
    Waleri Walerij Walfried Walid Walt Walter Walther Walti Warren Wasil Wasili Wasilij Wasim Wassili
    Wastl Wataru Wayne Welf Wenbin Wenceslav Wendelin Wenzel Werner Wernfried Werther Wes Wesley Wessel
    Widukind Wiebe Wieland Wiesław Wigbert Wijnand Wiktor Wilbur Wilfred Wilfrid Wilfried Wilhelm Will
    Willem Willi William Willibald Willie Willy Wim Winfried Winrich Winston Wissam Witali Witalij
    Witold Wjatscheslaw Wladimir Wladislaw Wladyslaw Wojciech Wole Wolf Wolfdieter Wolfdietrich Wolfgang
    Wolfhard Wolfhart Wolfhelm Wolfram Wolodymyr Woodrow Woody Wopke Wout Wouter Wsewolod Wulf Wyatt
    Władysław Włodzimierz Xabi Xaver Xavi Xavier Xhemail Xherdan Xiaobo Xiaoping Xilai Xosé Yaakov Yago
    Yahia Yahya Yair Yakup Yalcin Yalçın Yanis Yann Yannick Yannis Yaron Yaroslav Yasar Yasin Yasser
    Yassin Yassine Yasuhiro Yasunari Yasuo Yasushi Yat-sen Yavuz Yaw Yaya Yazan Yazid Yaşar Yehuda
    Yevgeny Yevhen Yigal Yigit Ying-jeou Yisrael Yitzchak Yitzhak Ylli Yngve Yoav Yogesh Yohei Yoichi
    Yonas Yonatan Yong-chol Yong-ho Yongkang Yoram Yoshihide Yoshihiko Yoshihiro Yoshio Yoshiro Yossi
    Yosuke Younes Younis Yousef Youssef Youssouf Yoweri Yrjö Yukio Yunus Yuri Yuriy Yusuf Yusuke Yutaka
    Yuya Yves Yvon Zabihullah Zac Zach Zacharias Zachary Zack Zafer Zaher Zahir Zaid Zakaria Zaki Zalmay
    Zayed Zbigniew Zdenko Zdeněk Zdzisław Zedong Zeev Zef Zeke Zekeriya Zeki Zeljko Zemin Zeno Ziad
    Ziaur Zine Zinedine Zinédine Ziya Zlatan Zlatko Zohair Zoltán Zoran Zsigmond Zsolt Zubair Zuhair
    Zulfikar Zvi Zvonimir Zwelinzima Zygmunt Zülfü Ádám Ákos Álvaro Ángel Árpád Ásgeir Åke Édouard Émile
    Éric Étienne Íñigo Ólafur Óscar Ödön Ömer Önder Özcan Özgür Özkan Ørjan Øystein Øyvind Ümit Þór
    Łukasz Şahin Şükrü Żelisław Željko Ștefan""".split()
)

# Of both, those that are words, places or brands too: names only where more of a name follows.
NAMES_THAT_ARE_WORDS = frozenset(
    """Aida Alba Alma Amber April Asha August Aurora Beat Bill Brit Carolina Chelsea Crystal Dag Daisy Dan
    Dawn Dean Dick Don Ed Ella Else Ernst Esa Faith Falk Finn Florence Frank Franz Fürchtegott Gene
    Georgia Grace Granit Grant Grit Guy Hagen Hal Harm Hazel Hein Holly Holm Hope Hunter Iris Ivy Jack
    Jay Joy Jude June Kent Lana Lars Lenz Lore Lourdes Luna Luz Madison Madonna Mark Marine Max Mentor
    Mercedes Mette Mine Mimi Nancy Nick Nike Nora Olympia Otto Paige Pascal Paul Paz Pearl Peer Penny
    Per Pia Pius Polat Rasa Ray Rex Rose Ruby Salam Salem Santiago Schorsch Sofia Stella Tor Tora Tore
    Tone Trude Urban Uri Veit Victoria Viola Violet Virginia Welf Werther Will Wolf Zara Zora""".split()
)

# Particles between given name and surname, lower-cased; with their hyphen or apostrophe where they have one.
PARTICLES = frozenset(
    """von vom van ver zu zum zur der den dem de del della dello dei degli delle di da do dos du des la le
    les lo los las el al al- ad- ar- as- at- ash- ad-din ben bin ibn bint abu umm abd ould mac mc o’ o'
    d’ d' l’ l' af av auf und y i e san santa st st. ter ten te op t ’t 't in im am aus zen ap ní nic ó
    ua""".split()
)

# Titles and forms of address before a name, lower-cased, abbreviations with and without their stop.
TITLES = frozenset(
    """dr dr. prof prof. doktor dipl.-ing. dipl.-ing dipl. ing. mag. mag magister lic. lic ph.d. med. phil.
    jur. h.c. habil. pd priv.-doz. univ.-prof. professor professorin doktorin freiherr freifrau freiin
    graf gräfin reichsgraf reichsgräfin herr herrn frau fräulein fürst fürstin prinz prinzessin
    kronprinz kronprinzessin herzog herzogin großherzog großherzogin erbprinz erbgroßherzog markgraf
    landgraf baron baronin baronesse ritter edler edle junker könig königin kaiser kaiserin zar zarin
    sultan emir scheich scheicha schah kalif khan pascha bey lord lady sir dame earl duke duchess count
    viscount don donna doña señor señora señorita signore signora monsieur madame mademoiselle mister
    miss missis mr mr. mrs mrs. ms ms. papst patriarch metropolit kardinal erzbischof erzbischöfin
    bischof bischöfin weihbischof landesbischof landesbischöfin regionalbischof altbischof prälat
    prälatin dompropst propst pröpstin abt äbtissin prior priorin pater frater bruder schwester mutter
    vater pfarrer pfarrerin pastor pastorin kaplan vikar vikarin diakon diakonin dekan dekanin
    superintendent superintendentin rabbi rabbiner rabbinerin oberrabbiner imam mufti großmufti
    ayatollah ajatollah hodschatoleslam mullah dalai-lama lama guru swami general generalmajor
    generalleutnant generaloberst brigadegeneral feldmarschall marschall admiral konteradmiral
    vizeadmiral oberst oberstleutnant major hauptmann leutnant oberleutnant feldwebel hauptfeldwebel
    unteroffizier kapitän kommissar hauptkommissar oberkommissar senator senatorin konsul konsulin
    botschafter botschafterin exzellenz eminenz majestät hochwürden geheimrat hofrat hofrätin
    kommerzialrat justizrat sanitätsrat kammersänger kammersängerin onkel tante oma opa meister
    altkanzler altbundeskanzler altbundespräsident""".split()
)
# Of these, those that tell the gender.
HONORIFICS_FEMALE = frozenset(
    """frau fräulein freifrau freiin gräfin reichsgräfin fürstin prinzessin kronprinzessin herzogin
    großherzogin baronin baronesse königin kaiserin zarin lady dame duchess donna doña señora señorita
    signora madame mademoiselle miss missis mrs ms schwester mutter tante oma äbtissin priorin pröpstin
    doktorin professorin bischöfin erzbischöfin landesbischöfin prälatin pfarrerin pastorin vikarin
    diakonin dekanin superintendentin rabbinerin senatorin konsulin botschafterin hofrätin
    kammersängerin scheicha edle""".split()
)
HONORIFICS_MALE = frozenset(
    """herr herrn freiherr graf reichsgraf fürst prinz kronprinz herzog großherzog erbprinz erbgroßherzog
    markgraf landgraf baron ritter edler junker könig kaiser zar sultan emir scheich schah kalif pascha
    bey lord sir earl duke count viscount don señor signore monsieur mister mr papst patriarch
    metropolit kardinal erzbischof bischof weihbischof landesbischof regionalbischof altbischof prälat
    dompropst propst abt prior pater frater bruder vater pfarrer pastor kaplan vikar diakon dekan
    superintendent rabbi rabbiner oberrabbiner imam mufti großmufti ayatollah ajatollah hodschatoleslam
    mullah dalai-lama swami onkel opa konsul hofrat geheimrat kommerzialrat justizrat sanitätsrat
    kammersänger senator botschafter feldmarschall marschall altkanzler altbundeskanzler
    altbundespräsident""".split()
)

# Nouns that name a role, function, profession or relation of a person, alone or as the last part of a compound:
# masculine -> feminine, in the singular, lower-cased. First those whose feminine adds "in".
ROLE_HEADS = {
    head: head + "in"
    for head in """buchhalter minister präsident kanzler sprecher chef bürgermeister oberbürgermeister staatssekretär botschafter
    konsul diplomat politiker senator kommissar generalsekretär sekretär parlamentarier
    ministerialdirektor fraktionschef dezernent referent kämmerer bezirksamtsleiter amtsleiter leiter
    direktor rektor intendant geschäftsführer manager unternehmer gründer inhaber besitzer eigentümer
    aktionär investor banker bankier broker händler verkäufer käufer lieferant spediteur makler
    vermieter mieter pächter arbeitgeber arbeitnehmer mitarbeiter arbeiter facharbeiter handwerker
    meister elektriker installateur dachdecker tischler schreiner maurer schlosser mechaniker techniker
    ingenieur programmierer entwickler informatiker designer architekt planer statiker konstrukteur
    monteur fahrer busfahrer lokführer pilot kopilot kapitän schaffner zugbegleiter flugbegleiter
    kurierfahrer radfahrer fußgänger autofahrer motorradfahrer beifahrer passagier pendler urlauber
    tourist wanderer bergsteiger kletterer skifahrer bergretter retter sanitäter notfallsanitäter
    rettungsassistent pfleger altenpfleger therapeut physiotherapeut psychotherapeut apotheker patient
    mediziner chirurg internist psychiater ermittler fahnder polizist kriminalist hauptkommissar
    inspektor polizeipräsident wachtmeister schutzpolizist zöllner soldat offizier unteroffizier general
    brigadegeneral leutnant oberstleutnant major kommandeur kommandant admiral veteran reservist rekrut
    söldner kämpfer rebell separatist terrorist extremist islamist attentäter angreifer täter mörder
    räuber einbrecher dieb betrüger hacker entführer erpresser brandstifter verteidiger richter kläger
    nebenkläger ankläger notar jurist strafverteidiger gerichtspräsident gutachter rechtspfleger
    justiziar professor dozent lehrer schulleiter schüler student doktorand erzieher akademiker
    wissenschaftler forscher historiker physiker chemiker mathematiker statistiker ökonom astronom
    agronom gastronom analyst archivar bibliothekar germanist linguist volkswirt betriebswirt
    klimaforscher berater unternehmensberater trainer cheftrainer bundestrainer spieler nationalspieler
    torhüter stürmer mittelfeldspieler abwehrspieler schiedsrichter sportler athlet leichtathlet
    biathlet triathlet läufer springer schwimmer turner boxer reiter segler ruderer rodler rennfahrer
    skispringer skirennläufer sprinter golfer surfer fechter olympiasieger weltmeister europameister
    sieger gewinner verlierer gegner konkurrent herausforderer nachfolger vorgänger amtsinhaber kandidat
    bewerber spitzenkandidat stellvertreter vertreter repräsentant teilnehmer besucher zuschauer zuhörer
    gastgeber veranstalter organisator initiator aktivist demonstrant klimaaktivist bürgerrechtler
    menschenrechtler dissident regimekritiker kritiker befürworter unterstützer anhänger sympathisant
    wähler bürger mitbürger staatsbürger einwohner bewohner anwohner anlieger dorfbewohner migrant
    asylbewerber einwanderer zuwanderer ausländer landwirt bauer winzer gärtner förster jäger fischer
    angler imker züchter schäfer bäcker metzger fleischer kellner wirt gastwirt hotelier schneider
    optiker verleger redakteur chefredakteur journalist reporter korrespondent kolumnist kommentator
    moderator herausgeber autor schriftsteller dichter lyriker dramatiker übersetzer lektor
    literaturkritiker rezensent fotograf regisseur produzent schauspieler darsteller hauptdarsteller
    komiker kabarettist sänger musiker pianist geiger cellist gitarrist schlagzeuger komponist dirigent
    kapellmeister tänzer choreograf maler bildhauer grafiker illustrator künstler kurator galerist
    sammler museumsdirektor restaurator blogger influencer youtuber rapper pfarrer pastor priester
    kaplan vikar diakon superintendent dekan propst imam rabbiner prediger pilger missionar seelsorger
    kardinal könig kaiser herzog thronfolger diktator herrscher machthaber autokrat oppositionsführer
    anführer führer parteichef gewerkschafter gewerkschaftssekretär funktionär verbandspräsident
    schatzmeister kassierer protokollführer schriftführer hausmeister verwalter nachlassverwalter
    insolvenzverwalter treuhänder betreuer helfer ersthelfer entwicklungshelfer unterhändler vermittler
    schlichter mediator streitschlichter koordinator projektleiter einsatzleiter ressortleiter
    abteilungsleiter bauleiter filialleiter kommunikationschef pressesprecher regierungssprecher mentor
    partner lebenspartner freund feind begleiter mitbewohner mitschüler kamerad enkel urenkel senior
    junior rentner pensionär leser hörer nutzer verbraucher steuerzahler sparer anleger kreditnehmer
    schuldner spender stifter sponsor mäzen preisträger nobelpreisträger laudator redner gastredner
    vorleser erzähler absolvent praktikant volontär assistent mitstreiter mitbegründer erfinder
    entdecker pionier visionär vordenker philosoph denker republikaner demokrat christdemokrat
    sozialdemokrat kommunist sozialist nationalist populist rechtspopulist faschist monarchist
    whistleblower hinweisgeber informant spion agent geheimagent überläufer doppelgänger taucher
    feuerwerker schiffer weltumsegler astronaut kosmonaut raumfahrer tierpfleger zoodirektor
    tierschützer umweltschützer naturschützer datenschützer denkmalpfleger verfassungsschützer
    personenschützer leibwächter wächter türsteher ordner pförtner dolmetscher stenograf aufseher prüfer
    kontrolleur rechnungsprüfer auditor inspekteur bezirksvorsteher ortsvorsteher dorfvorsteher
    stadtführer reiseführer reiseveranstalter zeitungsverkäufer trafikant haushälter vorarbeiter
    schichtführer verwender adressat absender auftraggeber berichterstatter chronist überbringer
    verfasser unterzeichner antragsteller beschwerdeführer bittsteller passant mandant debütant adjutant
    protestant musikant fabrikant emigrant garant spekulant gratulant laborant komödiant ministrant
    asylant kontrahent abonnent rezipient interessent disponent präparator organist solist flötist
    harfenist lobbyist anarchist rassist antisemit kolonialist bassist medienvertreter branchenvertreter
    elternsprecher schülersprecher klassensprecher tourismuschef polizeichef geheimdienstchef
    sicherheitsberater abschnittsleiter wahlhelfer wahlleiter bademeister rettungsschwimmer
    schwimmmeister bergführer hüttenwirt zahnarzthelfer arzthelfer""".split()
} | dict(
    pair.split(":")
    for pair in """anwalt:anwältin rechtsanwalt:rechtsanwältin staatsanwalt:staatsanwältin
    generalstaatsanwalt:generalstaatsanwältin generalbundesanwalt:generalbundesanwältin
    bundesanwalt:bundesanwältin landrat:landrätin schulrat:schulrätin kirchenrat:kirchenrätin
    baurat:baurätin stadtbaurat:stadtbaurätin hofrat:hofrätin studienrat:studienrätin
    ministerialrat:ministerialrätin kriminalrat:kriminalrätin polizeirat:polizeirätin beamte:beamtin
    arzt:ärztin bischof:bischöfin erzbischof:erzbischöfin experte:expertin zeuge:zeugin kollege:kollegin
    kunde:kundin lotse:lotsin schütze:schützin schöffe:schöffin genosse:genossin insasse:insassin
    sklave:sklavin kommilitone:kommilitonin gefährte:gefährtin lebensgefährte:lebensgefährtin
    stratege:strategin pädagoge:pädagogin demagoge:demagogin psychologe:psychologin soziologe:soziologin
    biologe:biologin geologe:geologin virologe:virologin meteorologe:meteorologin archäologe:archäologin
    theologe:theologin ökologe:ökologin politologe:politologin kriminologe:kriminologin
    epidemiologe:epidemiologin kardiologe:kardiologin onkologe:onkologin gynäkologe:gynäkologin
    neurologe:neurologin radiologe:radiologin immunologe:immunologin zoologe:zoologin
    ethnologe:ethnologin klimatologe:klimatologin seismologe:seismologin anthropologe:anthropologin
    pathologe:pathologin toxikologe:toxikologin infektiologe:infektiologin philologe:philologin
    hydrologe:hydrologin glaziologe:glaziologin vulkanologe:vulkanologin ornithologe:ornithologin
    futurologe:futurologin matrose:matrosin koch:köchin mann:frau kaufmann:kauffrau fachmann:fachfrau
    feuerwehrmann:feuerwehrfrau obmann:obfrau ombudsmann:ombudsfrau kameramann:kamerafrau
    geschäftsmann:geschäftsfrau staatsmann:staatsfrau ehemann:ehefrau vertrauensmann:vertrauensfrau
    torwart:torfrau bauherr:bauherrin ratsherr:ratsfrau hausherr:hausherrin
    landeshauptmann:landeshauptfrau amtmann:amtfrau herr:dame wachmann:wachfrau seemann:seefrau
    landsmann:landsfrau kontaktmann:kontaktfrau verbindungsmann:verbindungsfrau vater:mutter
    großvater:großmutter schwiegervater:schwiegermutter stiefvater:stiefmutter sohn:tochter
    schwiegersohn:schwiegertochter bruder:schwester onkel:tante neffe:nichte witwer:witwe
    schwager:schwägerin cousin:cousine ehegatte:ehegattin bräutigam:braut junge:mädchen
    nachbar:nachbarin krankenpfleger:krankenschwester prinz:prinzessin fürst:fürstin baron:baronin
    mönch:nonne masseur:masseurin friseur:friseurin magier:magierin papst:päpstin franzose:französin
    brite:britin russe:russin türke:türkin däne:dänin schwede:schwedin finne:finnin grieche:griechin
    chinese:chinesin sachse:sächsin jude:jüdin muslim:muslimin steuermann:steuerfrau
    entertainer:entertainerin coach:coachin boss:bossin vizepräsident:vizepräsidentin
    ministerpräsident:ministerpräsidentin bundeskanzler:bundeskanzlerin vizekanzler:vizekanzlerin
    bundespräsident:bundespräsidentin regierungschef:regierungschefin staatschef:staatschefin
    premier:premierministerin gouverneur:gouverneurin attaché:attachée amerikaner:amerikanerin
    europäer:europäerin ukrainer:ukrainerin österreicher:österreicherin italiener:italienerin
    spanier:spanierin niederländer:niederländerin belgier:belgierin israeli:israelin
    palästinenser:palästinenserin syrer:syrerin iraner:iranerin afghane:afghanin iraker:irakerin
    enkelsohn:enkeltochter adoptivsohn:adoptivtochter stiefsohn:stieftochter patensohn:patentochter
    hausmann:hausfrau putzmann:putzfrau exmann:exfrau tormann:torfrau schirmherr:schirmherrin
    gutsherr:gutsherrin kinderarzt:kinderärztin notarzt:notärztin fluglotse:fluglotsin
    schulfreund:schulfreundin""".split()
)

# Stems of adjectives and participles that are such nouns too, with the endings "e", "er", "en".
ROLE_ADJECTIVAL = frozenset(
    """vorsitzend vorstandsvorsitzend fraktionsvorsitzend parteivorsitzend aufsichtsratsvorsitzend
    betriebsratsvorsitzend abgeordnet bundestagsabgeordnet landtagsabgeordnet stadtverordnet beamt
    angeklagt mitangeklagt verletzt schwerverletzt leichtverletzt beschuldigt verdächtig tatverdächtig
    hauptverdächtig terrorverdächtig jugendlich heranwachsend erwachsen angestellt vorgesetzt beauftragt
    datenschutzbeauftragt integrationsbeauftragt wehrbeauftragt sachverständig gelehrt studierend
    auszubildend reisend mitreisend überlebend hinterblieben angehörig verwandt verlobt geflüchtet
    vertrieben gefangen strafgefangen inhaftiert verurteilt festgenommen geschädigt betroffen erkrankt
    infiziert verstorben getötet vermisst gerettet obdachlos arbeitslos erwerbslos langzeitarbeitslos
    beschäftigt bedienstet staatsbedienstet vertraut delegiert beigeordnet geschworen gesandt abgesandt
    bevollmächtigt generalbevollmächtigt teilnehmend demonstrierend streikend protestierend wartend
    anwesend ehrenamtlich hauptamtlich geistlich ordensgeistlich militärgeistlich kriminell gläubig
    ungläubig behindert schwerbehindert pflegebedürftig alleinerziehend selbstständig selbständig
    gewerbetreibend kulturschaffend filmschaffend lehrend forschend pflegend konservativ liberal
    rechtsextrem linksextrem rechtsradikal intellektuell prominent deutsch minderjährig volljährig
    vermummt maskiert bewaffnet uniformiert einheimisch ortsansässig wahlberechtigt versichert
    kassenversichert rentenberechtigt privatversichert freiwillig""".split()
)

# Such nouns that mean men and women alike -> their grammatical gender.
ROLE_EPICENE = {
    **dict.fromkeys(
        """gast fan star profi azubi lehrling prüfling häftling flüchtling säugling zwilling häuptling
        günstling sträfling judoka vormund jungstar radprofi fußballprofi vize feldwebel knirps popstar
        filmstar stammgast fahrgast badegast fluggast hauptmann hintermann neonazi nazi platzwart
        kassenwart jungprofi mensch""".split(),
        "m",
    ),
    **dict.fromkeys(
        """mitglied opfer kind schulkind kleinkind enkelkind patenkind talent ausnahmetalent
        vorstandsmitglied ratsmitglied parteimitglied fraktionsmitglied kabinettsmitglied
        gründungsmitglied gemeinderatsmitglied oberhaupt staatsoberhaupt familienoberhaupt
        familienmitglied model idol genie baby unfallopfer gewaltopfer individuum""".split(),
        "n",
    ),
    **dict.fromkeys(
        """person lehrkraft fachkraft führungskraft einsatzkraft pflegekraft reinigungskraft hilfskraft
        ehrenamtskraft geisel waise legende schauspiellegende ikone koryphäe autoritätsperson
        vertrauensperson kontaktperson privatperson begleitperson bezugsperson hebamme leihkraft
        arbeitskraft nachwuchskraft bürokraft spitzenkraft""".split(),
        "f",
    ),
}

# Nouns that mean a body, and before a name one of its members: masculine -> feminine.
ROLE_OR_BODY = dict(
    pair.split(":")
    for pair in """stadtrat:stadträtin gemeinderat:gemeinderätin bundesrat:bundesrätin nationalrat:nationalrätin
    ständerat:ständerätin kantonsrat:kantonsrätin regierungsrat:regierungsrätin großrat:großrätin
    grossrat:grossrätin kreisrat:kreisrätin bezirksrat:bezirksrätin betriebsrat:betriebsrätin
    personalrat:personalrätin aufsichtsrat:aufsichtsrätin vorstand:vorständin
    verwaltungsrat:verwaltungsrätin""".split()
)

# Nouns that are bodies or the last part of their names -> grammatical gender, "p" where there is only a plural.
ORGANIZATION_HEADS = {
    **dict.fromkeys(
        """polizei bundespolizei kriminalpolizei feuerwehr bundeswehr wehr staatsanwaltschaft
        generalstaatsanwaltschaft bundesanwaltschaft anwaltschaft gewerkschaft partei fraktion koalition
        opposition regierung bundesregierung landesregierung staatsregierung militärregierung verwaltung
        stadtverwaltung kreisverwaltung behörde aufsichtsbehörde sicherheitsbehörde gesundheitsbehörde
        bürgerschaft senatsverwaltung staatskanzlei kanzlei reichskanzlei universität uni hochschule
        fachhochschule schule grundschule akademie fakultät bibliothek klinik uniklinik praxis bank
        sparkasse notenbank zentralbank bundesbank landesbank börse versicherung krankenkasse kasse
        rentenversicherung gesellschaft betreibergesellschaft aktiengesellschaft fluggesellschaft holding
        firma gruppe unternehmensgruppe reederei werft brauerei molkerei druckerei bäckerei fabrik
        airline bahn bundesbahn fluglinie genossenschaft kammer handelskammer handwerkskammer ärztekammer
        anwaltskammer architektenkammer innung vereinigung union kommission enquetekommission
        organisation hilfsorganisation umweltorganisation nichtregierungsorganisation
        menschenrechtsorganisation stiftung kirche landeskirche gemeinde kirchengemeinde pfarrei diözese
        erzdiözese synode bischofskonferenz konferenz kultusministerkonferenz
        ministerpräsidentenkonferenz initiative bürgerinitiative bewegung allianz liga
        staatengemeinschaft gemeinschaft arbeitsgemeinschaft glaubensgemeinschaft religionsgemeinschaft
        interessengemeinschaft leitstelle zentrale verbraucherzentrale beratungsstelle ombudsstelle
        meldestelle antidiskriminierungsstelle direktion polizeidirektion inspektion polizeiinspektion
        dienststelle wache polizeiwache bergwacht wasserwacht küstenwache seenotrettung luftwaffe marine
        armee garde nationalgarde revolutionsgarde miliz truppe besatzungsmacht junta hamas hisbollah
        führung staatsführung parteiführung vereinsführung chefetage geschäftsführung geschäftsleitung
        leitung schulleitung klinikleitung konzernleitung einsatzleitung projektleitung intendanz jury
        kommandantur mission botschaft gesandtschaft vertretung delegation mannschaft nationalmannschaft
        redaktion arbeitsagentur bundesagentur netzagentur bundesnetzagentur ratingagentur werbeagentur
        energieagentur weltraumagentur raumfahrtbehörde arzneimittelbehörde aufsicht finanzaufsicht
        bankenaufsicht bafin justiz verteidigung nebenklage parteispitze unionsfraktion lobby
        forschungsgruppe forschergruppe arbeitsgruppe projektgruppe denkfabrik gewerkschaftsjugend
        landjugend lebenshilfe caritas diakonie arbeiterwohlfahrt seelsorge bürgerwehr
        genossenschaftsbank autobahngesellschaft wohnungsbaugesellschaft wohnungsgesellschaft
        forschungsgemeinschaft hochschulrektorenkonferenz innenministerkonferenz belegschaft
        arbeitnehmervertretung schülervertretung elternvertretung bundesversammlung generalversammlung
        nationalversammlung vollversammlung tarifgemeinschaft taskforce sonderkommission soko
        mordkommission spurensicherung autobahnpolizei wasserschutzpolizei bundesdruckerei treuhand
        gewerbeaufsicht berufsfeuerwehr spedition detektei hausverwaltung ordnungsbehörde fraktionsspitze
        konzernspitze koalitionsspitze regierungsspitze vereinsspitze unionsspitze unternehmensspitze
        verbandsspitze gewerkschaftsspitze konzernführung unternehmensführung militärführung klubführung
        fraktionsführung gewerkschaftsführung armeeführung besatzung arztpraxis zahnarztpraxis
        tierarztpraxis landesbahn staatsbahn privatbahn regiobahn nordbahn südbahn westbahn südwestbahn
        nordwestbahn ostbahn werkfeuerwehr pflegekammer strafkammer steuerbehörde baubehörde
        umweltbehörde schulbehörde polizeibehörde justizbehörde ausländerbehörde finanzverwaltung
        staatsmacht""".split(),
        "f",
    ),
    **dict.fromkeys(
        """verband bundesverband landesverband dachverband interessenverband sozialverband berufsverband
        branchenverband mieterbund verein sportverein fußballverein förderverein bund gewerkschaftsbund
        naturschutzbund beamtenbund richterbund städtebund städtetag landkreistag gemeindetag klub club
        fußballclub automobilclub konzern mutterkonzern betrieb verlag versorger energieversorger
        stromanbieter anbieter betreiber netzbetreiber hersteller autohersteller autobauer maschinenbauer
        anlagenbauer flugzeugbauer zulieferer automobilzulieferer onlinehändler discounter einzelhandel
        großhandel arbeitgeberverband zweckverband bundestag landtag kreistag reichstag bundesrat
        nationalrat stadtrat gemeinderat kreisrat kreisausschuss ausschuss untersuchungsausschuss
        haushaltsausschuss hauptausschuss rat zentralrat sicherheitsrat europarat ethikrat rechnungshof
        bundesrechnungshof gerichtshof bundesgerichtshof verwaltungsgerichtshof verfassungsgerichtshof
        staatsgerichtshof strafgerichtshof senat strafsenat zivilsenat kongress staatsrat
        wissenschaftsrat sachverständigenrat betriebsrat personalrat elternrat elternbeirat beirat
        ortsbeirat stiftungsrat verwaltungsrat aufsichtsrat rundfunkrat presserat pfarrgemeinderat
        kirchenvorstand vorstand parteivorstand bundesvorstand krisenstab stab generalstab führungsstab
        planungsstab fonds währungsfonds staatsfonds investmentfonds hedgefonds geheimdienst
        nachrichtendienst auslandsgeheimdienst inlandsgeheimdienst militärgeheimdienst wetterdienst
        rettungsdienst sicherheitsdienst winterdienst pflegedienst erdbebendienst warndienst suchdienst
        austauschdienst verfassungsschutz katastrophenschutz bevölkerungsschutz zivilschutz zoll
        verkehrsverbund verbund forschungsverbund landkreis bezirk kanton vatikan kreml orden
        malteserorden jugendverband wohlfahrtsverband bauernverband lehrerverband philologenverband
        dienstleister finanzdienstleister paketdienst lieferdienst fahrdienst streamingdienst
        rüstungskonzern autokonzern pharmakonzern chemiekonzern energiekonzern ölkonzern mischkonzern
        ministerrat staatenbund bundessicherheitsrat krisenrat expertenrat klimarat weltklimarat
        frauenrat jugendrat seniorenbeirat tierschutzverein ortsverein kreisverband bezirksverband
        stadtverband kulturrat hochschulrat ältestenrat normenkontrollrat medienrat fernsehrat ortsrat
        ortschaftsrat marktrat übergangsrat militärrat wächterrat integrationsrat staatskonzern
        jesuitenorden johanniterorden landesrechnungshof landschaftsverband wasserverband golfclub
        ruderclub""".split(),
        "m",
    ),
    **dict.fromkeys(
        """ministerium bundesministerium landesministerium außenministerium innenministerium
        verteidigungsministerium kultusministerium finanzministerium präsidium polizeipräsidium
        regierungspräsidium amt bundesamt landesamt landratsamt bezirksamt kanzleramt bundeskanzleramt
        präsidialamt jugendamt gesundheitsamt ordnungsamt finanzamt bauamt umweltamt veterinäramt
        kriminalamt bundeskriminalamt landeskriminalamt statistikamt schulamt sozialamt kartellamt
        bundeskartellamt patentamt ausländeramt standesamt tiefbauamt straßenbauamt küstenamt presseamt
        gericht amtsgericht landgericht oberlandesgericht verwaltungsgericht oberverwaltungsgericht
        verfassungsgericht bundesverfassungsgericht arbeitsgericht sozialgericht finanzgericht
        schiedsgericht kammergericht schwurgericht bezirksgericht berufungsgericht tribunal institut
        forschungsinstitut meinungsforschungsinstitut wirtschaftsinstitut zentrum forschungszentrum
        rechenzentrum klinikum gesundheitszentrum lagezentrum krankenhaus unternehmen staatsunternehmen
        energieunternehmen verkehrsunternehmen bahnunternehmen kreditinstitut geldhaus bankhaus
        handelshaus auktionshaus möbelhaus kaufhaus verlagshaus bündnis aktionsbündnis wahlbündnis
        militärbündnis verteidigungsbündnis netzwerk recherchenetzwerk kollektiv komitee hilfskomitee
        organisationskomitee zentralkomitee nobelkomitee politbüro büro wahlbüro umweltbüro ingenieurbüro
        architekturbüro planungsbüro hilfswerk kinderhilfswerk flüchtlingshilfswerk werk kraftwerk
        stahlwerk parlament europaparlament regionalparlament repräsentantenhaus unterhaus oberhaus
        abgeordnetenhaus rathaus kabinett schattenkabinett gremium plenum direktorium kuratorium
        konsortium konsulat generalkonsulat erzbistum bistum dekanat kloster stift militär heer kommando
        oberkommando landeskommando spezialeinsatzkommando regime königshaus herrscherhaus pentagon team
        forscherteam ermittlerteam ärzteteam expertenteam trainerteam management start-up startup museum
        landesmuseum theater staatstheater schauspielhaus orchester konservatorium gymnasium archiv
        bundesarchiv wahlkampfteam reisebüro hotel jobcenter hauptquartier exekutivkomitee bundesinstitut
        umweltbundesamt dezernat referat ressort kollegium konsistorium rektorat labor speziallabor
        tierheim pflegeheim seniorenheim wasserwerk klärwerk tiefbauunternehmen bauunternehmen
        transportunternehmen familienunternehmen tochterunternehmen medienhaus forstamt kulturamt
        sportamt hauptamt liegenschaftsamt grünflächenamt wohnungsamt rechtsamt stadtplanungsamt
        vermessungsamt landwirtschaftsamt eichamt wasserwirtschaftsamt außenamt zollamt pfarramt
        versorgungsamt bürgeramt einwohnermeldeamt denkmalamt arbeitsamt straßenverkehrsamt verkehrsamt
        tourismusamt bundesgericht militärgericht jugendgericht schöffengericht marktforschungsinstitut
        studierendenwerk studentenwerk jugendwerk""".split(),
        "n",
    ),
    **dict.fromkeys(
        """stadtwerke gemeindewerke verkehrsbetriebe wirtschaftsbetriebe streitkräfte taliban huthi houthi
        grünen""".split(),
        "p",
    ),
}

# Nouns of what is written and can be cited -> grammatical gender.
DOCUMENT_HEADS = {
    **dict.fromkeys(
        """studie leitlinie richtlinie langzeitstudie erhebung umfrage befragung mitteilung pressemitteilung erklärung
        regierungserklärung stellungnahme anklageschrift anklage klageschrift klage statistik
        kriminalstatistik bilanz begründung urteilsbegründung analyse auswertung untersuchung
        dokumentation vorlage beschlussvorlage drucksache petition resolution verordnung richtlinie
        broschüre charta bibel enzyklika biografie autobiografie chronik notiz aktennotiz e-mail rundmail
        kurznachricht bekanntmachung verlautbarung schätzung prognose hochrechnung berechnung
        strafanzeige depesche denkschrift streitschrift titelseite gebrauchsanweisung ausschreibung
        vereinbarung satzung einladung meldung eilmeldung agenturmeldung todesanzeige überschrift
        schlagzeile inschrift auskunft publikation veröffentlichung expertise umweltprüfung
        machbarkeitsstudie mail akte allgemeinverfügung patientenverfügung videobotschaft sprachnachricht
        grußbotschaft weihnachtsbotschaft neujahrsansprache kostenschätzung steuerschätzung
        ermittlungsakte strafakte personalakte gerichtsakte krankenakte patientenakte prozessakte eingabe
        beschwerde predigt rede ansprache""".split(),
        "f",
    ),
    **dict.fromkeys(
        """bericht abschlussbericht jahresbericht zwischenbericht lagebericht prüfbericht
        untersuchungsbericht geschäftsbericht polizeibericht entwurf gesetzentwurf gesetzesentwurf
        referentenentwurf haushaltsentwurf brief abschiedsbrief leserbrief brandbrief artikel gastbeitrag
        beitrag aufsatz leitartikel kommentar essay antrag leitantrag beschluss bescheid vertrag
        koalitionsvertrag tarifvertrag kaufvertrag vermerk prüfvermerk prospekt katalog aufruf appell
        erlass durchsuchungsbeschluss haftbefehl monitor atlas report maßnahmenplan aktionsplan
        haushaltsplan roman tagebucheintrag tweet blogeintrag eintrag wortlaut vorbericht newsletter
        bußgeldbescheid aushang steckbrief tätigkeitsbericht fragebogen leitfaden hirtenbrief
        debattenbeitrag blogbeitrag diskussionsbeitrag zeitungsbeitrag fernsehbeitrag facebookpost
        videoclip mitschnitt chat chatverlauf funkspruch""".split(),
        "m",
    ),
    **dict.fromkeys(
        """gutachten rechtsgutachten papier positionspapier strategiepapier eckpunktepapier thesenpapier
        arbeitspapier urteil protokoll vernehmungsprotokoll schreiben anschreiben rundschreiben
        bekennerschreiben antwortschreiben dokument memo memorandum kommuniqué communiqué dossier
        weißbuch interview buch tagebuch sachbuch manifest wahlprogramm grundsatzprogramm programm
        parteiprogramm regierungsprogramm konzept gesetz grundgesetz dekret testament flugblatt plakat
        transparent manuskript skript handbuch ranking barometer politbarometer eckpapier abkommen
        statement bulletin zeugnis attest zitat video posting telegramm fax ultimatum zeitzeugnis statut
        register formular merkblatt faltblatt impressum exposé spruchband banner grußwort nachwort
        vorwort""".split(),
        "n",
    ),
}

# Plurals of people or bodies that speak together, without those that the inflection of ROLE_HEADS gives.
GROUP_HEADS = frozenset(
    """leute eltern großeltern schwiegereltern adoptiveltern geschwister anhängerschaft kaufleute fachleute
    eheleute landsleute wahlleute bauersleute seeleute feuerwehrleute geschäftsleute ordensleute
    menschen zwillinge brüder schwestern väter mütter söhne töchter ärzte klinikärzte amtsärzte anwälte
    staatsanwälte rechtsanwälte köche bischöfe erzbischöfe landräte stadträte gemeinderäte betriebsräte
    aufsichtsräte päpste gäste fahrgäste fluggäste badegäste einsatzkräfte rettungskräfte
    sicherheitskräfte polizeikräfte pflegekräfte lehrkräfte fachkräfte hilfskräfte arbeitskräfte truppen
    teams crews mannschaften besatzungen fans fußballfans profis stars azubis lehrlinge flüchtlinge
    häftlinge sträflinge opfer mitglieder vorstandsmitglieder parteimitglieder gewerkschaftsmitglieder
    kinder schulkinder mädchen teenager augenzeugen ohrenzeugen wahlbeobachter prozessbeobachter
    beteiligte umstehende schaulustige badende trauernde feiernde gegendemonstranten klimaschützer
    globalisierungsgegner impfgegner windkraftgegner autobahngegner projektgegner startbahngegner
    corona-leugner verschwörungstheoretiker wutbürger querdenker reichsbürger aufständische
    dschihadisten kurden rohingya kommunen städte gemeinden länder bundesländer verbände sozialverbände
    umweltverbände wirtschaftsverbände bauernverbände lehrerverbände parteien behörden
    sicherheitsbehörden gewerkschaften kirchen krankenkassen kliniken linken alliierten westmächte
    mitgliedstaaten eu-staaten bündnispartner nachbarländer industriestaaten gebrüder opferfamilien
    familien großfamilien paare geldgeber investorengruppen tarifpartner sozialpartner tarifparteien
    streitparteien prozessbeteiligte verfahrensbeteiligte hauptstädte""".split()
)

# Nouns of sources that nobody can be named for.
UNNAMED_SOURCES = frozenset(
    """kreise regierungskreise koalitionskreise parteikreise fraktionskreise unionskreise diplomatenkreise
    justizkreise sicherheitskreise ermittlerkreise finanzkreise branchenkreise verhandlungskreise
    militärkreise vereinskreise konzernkreise gewerkschaftskreise aufsichtsratskreise bankenkreise
    ministeriumskreise teilnehmerkreise führungskreise regierungsumfeld familienumfeld trainerumfeld
    beobachter insider brancheninsider kenner branchenkenner eingeweihte verhandlungsteilnehmer
    gewährsleute gewährsmann informanten erkenntnisse geheimdiensterkenntnisse informationen
    geheimdienstinformationen insiderinformationen quelle quellen regierungsquellen sicherheitsquellen
    militärquellen polizeiquellen medienberichte medienbericht zeitungsberichte presseberichte
    agenturberichte berichte medien staatsmedien lokalmedien gerüchte gerücht spekulationen hinweise
    indizien unterlagen recherchen schätzungen augenzeugenberichte angaben überlieferung volksmund
    gemunkel hörensagen vernehmen fachkreise expertenkreise fankreise kirchenkreise hofkreise
    wirtschaftskreise umfeld""".split()
)

# Plurals that change their vowel or ending, of the heads above -> the head.
IRREGULAR_PLURALS = {
    "verbände": "verband", "ämter": "amt", "anwälte": "anwalt", "ärzte": "arzt", "väter": "vater",
    "brüder": "bruder", "söhne": "sohn", "bischöfe": "bischof", "päpste": "papst", "köche": "koch", "gäste": "gast",
    "gerichtshöfe": "gerichtshof", "rechnungshöfe": "rechnungshof", "ausschüsse": "ausschuss",
    "vorstände": "vorstand", "krisenstäbe": "krisenstab", "entwürfe": "entwurf", "anträge": "antrag",
    "verträge": "vertrag", "beschlüsse": "beschluss", "aufsätze": "aufsatz", "bücher": "buch", "blätter": "blatt",
    "bünde": "bund", "ministerien": "ministerium", "präsidien": "präsidium", "gremien": "gremium",
    "museen": "museum", "zentren": "zentrum", "konsortien": "konsortium", "krankenhäuser": "krankenhaus",
    "bistümer": "bistum", "kaufleute": "kaufmann", "fachleute": "fachmann", "ehemänner": "ehemann",
    "männer": "mann", "feuerwehrleute": "feuerwehrmann", "geschäftsleute": "geschäftsmann",
    "landsleute": "landsmann", "seeleute": "seemann", "firmen": "firma", "verbünde": "verbund", "herzöge": "herzog",
    "schwäger": "schwager", "landräte": "landrat", "memoranden": "memorandum", "räte": "rat",
    "hintermänner": "hintermann", "mütter": "vater", "töchter": "sohn", "feuerwehrmänner": "feuerwehrmann",
    "geschäftsmänner": "geschäftsmann", "großväter": "großvater", "großmütter": "großvater",
}  # fmt: skip

# Heads above that end other words and surnames as well (Hofmann, Angebote): sure only as a word of their own.
WHOLE_WORDS = frozenset(
    """mann sohn bote post echo stift werk rat amt wehr bahn praxis führung stab orden zoll liga akte
    programm beitrag schätzung rede""".split()
)

# Endings of words that end like a head and mean nobody who speaks.
NO_HEADS = frozenset(
    """fahrzeuge fahrzeugen flugzeuge flugzeugen werkzeuge werkzeugen spielzeuge spielzeugen feuerzeuge
    sekunde sekunden urkunde urkunden erdkunde heimatkunde premiere premieren rücklage rücklagen
    einschätzung einschätzungen wertschätzung sandbank datenbank datenbanken parkbank anklagebank
    ersatzbank trainerbank werkbank sitzbank regierungsbank umleitung umleitungen oberleitung
    oberleitungen ableitung einleitung anleitung herleitung weiterleitung überleitung gasleitung
    wasserleitung stromleitung rohrleitung telefonleitung hochspannungsleitung pressekonferenz
    pressekonferenzen telefonkonferenz videokonferenz geberkonferenz klimakonferenz friedenskonferenz
    dreischichtbetrieb schichtbetrieb winterbetrieb fahrbetrieb flugbetrieb regelbetrieb normalbetrieb
    probebetrieb schulbetrieb spielbetrieb zugbetrieb heizzentrale altersgruppe altersgruppen zielgruppe
    risikogruppe blutgruppe berufsgruppe bevölkerungsgruppe truppenbewegung handbewegung
    zivilgesellschaft leistungsgesellschaft konsumgesellschaft erbengemeinschaft wohngemeinschaft
    emission emissionen kommunion avantgarde brandstiftung anstiftung stadtzentrum ortszentrum
    einkaufszentrum geldbörse mahnwache buchstabe buchstaben kontakte kontakten schenkel kurznachrichten
    sprachnachrichten torvorlage kriegserklärung europas thomas""".split()
)

# Media, agencies and platforms as they are written in a text.
MEDIA_NAMES = frozenset(
    (
        "Bild", "Bild am Sonntag", "Bild-Zeitung", "BamS", "Spiegel", "Der Spiegel", "Spiegel Online", "Stern",
        "Focus", "Focus Online", "Zeit", "Die Zeit", "Zeit Online", "Süddeutsche Zeitung", "Süddeutsche", "SZ",
        "Frankfurter Allgemeine Zeitung", "Frankfurter Allgemeine", "Frankfurter Allgemeine Sonntagszeitung", "FAZ",
        "F.A.Z.", "FAS", "Frankfurter Rundschau", "FR", "Welt", "Die Welt", "Welt am Sonntag", "WamS", "taz",
        "Tageszeitung", "Handelsblatt", "Wirtschaftswoche", "WirtschaftsWoche", "Manager Magazin", "Capital",
        "Tagesspiegel", "Der Tagesspiegel", "Berliner Zeitung", "Berliner Morgenpost", "B.Z.", "Hamburger Abendblatt",
        "Hamburger Morgenpost", "Mopo", "Rheinische Post", "Westdeutsche Allgemeine Zeitung", "WAZ",
        "Neue Westfälische", "Westfälische Nachrichten", "Westfalenpost", "Ruhr Nachrichten", "Kölner Stadt-Anzeiger",
        "Kölnische Rundschau", "Express", "General-Anzeiger", "Bonner General-Anzeiger", "Neue Osnabrücker Zeitung",
        "NOZ", "Hannoversche Allgemeine Zeitung", "Hannoversche Allgemeine", "HAZ", "Neue Presse",
        "Braunschweiger Zeitung", "Weser-Kurier", "Nordwest-Zeitung", "Ostsee-Zeitung", "Nordkurier",
        "Schweriner Volkszeitung", "Kieler Nachrichten", "Lübecker Nachrichten", "Märkische Allgemeine",
        "Märkische Oderzeitung", "Lausitzer Rundschau", "Sächsische Zeitung", "Freie Presse",
        "Leipziger Volkszeitung", "Mitteldeutsche Zeitung", "Volksstimme", "Thüringer Allgemeine",
        "Ostthüringer Zeitung", "Münchner Merkur", "tz", "Abendzeitung", "Augsburger Allgemeine",
        "Passauer Neue Presse", "Mittelbayerische Zeitung", "Nürnberger Nachrichten", "Nürnberger Zeitung",
        "Main-Post", "Mannheimer Morgen", "Rhein-Neckar-Zeitung", "Rheinpfalz", "Die Rheinpfalz", "Rhein-Zeitung",
        "Allgemeine Zeitung", "Saarbrücker Zeitung", "Trierischer Volksfreund", "Stuttgarter Zeitung",
        "Stuttgarter Nachrichten", "Schwäbische Zeitung", "Südwest Presse", "Badische Zeitung",
        "Badische Neueste Nachrichten", "Südkurier", "Schwarzwälder Bote", "Heilbronner Stimme",
        "Hessische/Niedersächsische Allgemeine", "HNA", "Neues Deutschland", "nd", "junge Welt", "Junge Freiheit",
        "Cicero", "Bunte", "Der Freitag", "Jüdische Allgemeine", "Correctiv", "Table.Media", "The Pioneer", "RND",
        "Redaktionsnetzwerk Deutschland", "Funke Mediengruppe", "Funke-Mediengruppe", "Ippen", "t-online", "web.de",
        "n-tv", "ntv", "RTL", "RTL/ntv", "Sat.1", "ProSieben", "Vox", "Sky", "DAZN", "Sport1", "Kicker", "kicker",
        "Sport Bild", "11 Freunde", "ARD", "Das Erste", "ZDF", "WDR", "NDR", "BR", "Bayerischer Rundfunk", "MDR",
        "SWR", "HR", "RBB", "rbb", "RBB24", "SR", "Radio Bremen", "Westdeutscher Rundfunk", "Norddeutscher Rundfunk",
        "Mitteldeutscher Rundfunk", "Südwestrundfunk", "Hessischer Rundfunk", "Tagesschau", "Tagesthemen",
        "heute-journal", "Heute-Journal", "Deutschlandfunk", "DLF", "Deutschlandfunk Kultur", "Deutschlandradio",
        "Deutsche Welle", "DW", "Phoenix", "3sat", "Arte", "KiKA", "Antenne Bayern", "Politico", "Euronews", "dpa",
        "Deutsche Presse-Agentur", "AFP", "Agence France-Presse", "AP", "Associated Press", "Reuters",
        "Thomson Reuters", "epd", "Evangelischer Pressedienst", "KNA", "Katholische Nachrichten-Agentur", "SID",
        "Sport-Informations-Dienst", "APA", "Austria Presse Agentur", "SDA", "Keystone-SDA", "dts", "dapd", "ddp",
        "dpa-AFX", "Bloomberg", "Interfax", "Tass", "TASS", "Ria Nowosti", "RIA Nowosti", "Xinhua", "Anadolu", "Ansa",
        "ANSA", "EFE", "Kyodo", "Yonhap", "Belga", "NTB", "Ritzau", "PAP", "CTK", "MTI", "Ukrinform", "Unian",
        "Belta", "KCNA", "Irna", "Isna", "Tasnim", "Standard", "Der Standard", "Die Presse", "Kurier",
        "Kronen Zeitung", "Krone", "Kleine Zeitung", "Oberösterreichische Nachrichten", "Salzburger Nachrichten",
        "Tiroler Tageszeitung", "Falter", "Profil", "Wiener Zeitung", "ORF", "Puls 4", "Servus TV", "ZIB 2",
        "Neue Zürcher Zeitung", "NZZ", "NZZ am Sonntag", "Tages-Anzeiger", "Blick", "SonntagsBlick",
        "Sonntagszeitung", "20 Minuten", "Weltwoche", "Die Weltwoche", "Aargauer Zeitung", "Berner Zeitung",
        "Der Bund", "Basler Zeitung", "Le Temps", "Tribune de Genève", "SRF", "SRG", "New York Times",
        "The New York Times", "NYT", "Washington Post", "The Washington Post", "Wall Street Journal",
        "The Wall Street Journal", "WSJ", "USA Today", "Los Angeles Times", "New York Post", "New Yorker",
        "The New Yorker", "Time", "Newsweek", "The Atlantic", "Atlantic", "Axios", "CNN", "CNBC", "MSNBC", "Fox News",
        "NBC", "NBC News", "ABC", "ABC News", "CBS", "CBS News", "NPR", "PBS", "Vox Media", "BuzzFeed", "Vanity Fair",
        "Rolling Stone", "Guardian", "The Guardian", "Times", "The Times", "Sunday Times", "Daily Telegraph",
        "Telegraph", "Daily Mail", "Mail on Sunday", "Daily Mirror", "Sun", "The Sun", "Independent",
        "The Independent", "Observer", "Economist", "The Economist", "Financial Times", "FT", "BBC", "BBC News",
        "ITV", "Sky News", "Channel 4", "Bellingcat", "Le Monde", "Le Figaro", "Figaro", "Libération", "Le Parisien",
        "L’Équipe", "Les Echos", "Charlie Hebdo", "Mediapart", "Ouest-France", "France Info", "Franceinfo",
        "France 24", "RFI", "TF1", "BFMTV", "BFM TV", "Corriere della Sera", "La Repubblica", "Repubblica",
        "La Stampa", "Gazzetta dello Sport", "Il Sole 24 Ore", "Il Messaggero", "Rai", "El País", "El Mundo",
        "La Vanguardia", "Marca", "Mundo Deportivo", "Expresso", "Público", "De Standaard", "De Morgen", "Le Soir",
        "De Telegraaf", "NRC", "NRC Handelsblad", "Volkskrant", "de Volkskrant", "Gazeta Wyborcza", "Rzeczpospolita",
        "TVP", "TVN24", "Onet", "Lidové noviny", "Hospodářské noviny", "Népszava", "Magyar Nemzet", "Telex",
        "Kathimerini", "Politiken", "Jyllands-Posten", "Dagens Nyheter", "Svenska Dagbladet", "Aftonbladet",
        "Expressen", "SVT", "Verdens Gang", "VG", "Aftenposten", "NRK", "DR", "Helsingin Sanomat", "Yle", "Haaretz",
        "Jerusalem Post", "Times of Israel", "Jediot Achronot", "Maariw", "Kol Israel", "Al-Dschasira",
        "Al Dschasira", "Al Jazeera", "Al-Arabija", "Al-Ahram", "Al-Majadin", "Al-Manar", "Hürriyet", "Cumhuriyet",
        "Sözcü", "NTV", "TRT", "Kommersant", "Iswestija", "Komsomolskaja Prawda", "Nowaja Gaseta",
        "Nesawissimaja Gaseta", "Wedomosti", "Meduza", "Doschd", "RT", "RT Deutsch", "Russia Today", "Sputnik",
        "Rossija 1", "Echo Moskwy", "Kyiv Independent", "Kyiv Post", "Ukrajinska Prawda", "Suspilne", "Radio Liberty",
        "Radio Free Europe", "Voice of America", "Global Times", "China Daily", "South China Morning Post",
        "Asahi Shimbun", "Yomiuri Shimbun", "Nikkei", "NHK", "Times of India", "The Hindu", "Sydney Morning Herald",
        "Globo", "O Globo", "Folha de S. Paulo", "Estado de S. Paulo", "La Nación", "Clarín", "El Universal",
        "Granma", "Twitter", "Facebook", "Instagram", "Telegram", "Whatsapp", "WhatsApp", "Tiktok", "TikTok",
        "Youtube", "YouTube", "Snapchat", "Linkedin", "LinkedIn", "Mastodon", "Bluesky", "Threads", "Reddit",
        "Truth Social", "Signal", "Twitch", "Xing", "Weibo", "WeChat", "VKontakte", "VK", "Discord",
        "Netzpolitik.org", "Heise", "heise online", "Golem", "Science", "Nature", "Nature Communications",
        "The Lancet", "Lancet", "British Medical Journal", "PNAS", "Spektrum der Wissenschaft", "Apotheken Umschau",
        "Deutsches Ärzteblatt", "Ärzteblatt", "Lebensmittel Zeitung", "Finanztest", "Stiftung Warentest",
        "Börsen-Zeitung", "Automobilwoche", "Auto Motor und Sport", "Plattform X",
    )
)  # fmt: skip

# Last parts of the names of media, lower-cased.
MEDIA_HEADS = frozenset(
    """zeitung tageszeitung sonntagszeitung wochenzeitung abendzeitung volkszeitung morgenzeitung
    regionalzeitung lokalzeitung schülerzeitung fachzeitung boulevardzeitung staatszeitung anzeiger
    stadtanzeiger bote kurier rundschau blatt tageblatt tagblatt abendblatt wochenblatt sonntagsblatt
    volksblatt amtsblatt ärzteblatt magazin nachrichtenmagazin wirtschaftsmagazin politikmagazin
    zeitschrift fachzeitschrift illustrierte nachrichten presse post morgenpost landpost allgemeine echo
    merkur volksstimme sender fernsehsender radiosender nachrichtensender staatssender privatsender
    rundfunk deutschlandfunk hörfunk radio lokalradio fernsehen staatsfernsehen agentur
    nachrichtenagentur presseagentur staatsagentur pressedienst mediendienst portal nachrichtenportal
    onlineportal internetportal rechercheportal newsportal branchendienst tagesspiegel wochenspiegel
    volksfreund generalanzeiger journal wochenjournal heimatzeitung podcast blog onlinemedium fachmedium
    mediengruppe verlagsgruppe redaktionsnetzwerk plattform feuilleton kurznachrichtendienst stadtbote
    landbote heimatbote kreisbote rheinpost sportecho fernsehkanal nachrichtenkanal telegramkanal
    youtubekanal""".split()
)

# Buildings, towns and the like that stand for the body that sits there, lower-cased -> what is meant.
METONYMS = dict.fromkeys(
    (
        "kreml", "weißes haus", "weiße haus", "weißen haus", "weißem haus", "pentagon", "elysée", "élysée",
        "élysée-palast", "elysée-palast", "downing street", "downing street 10", "whitehall", "westminster",
        "capitol hill", "kapitol", "foggy bottom", "state department", "hohes haus", "bundestag", "bundesrat",
        "bundeskanzleramt", "kanzleramt", "bundespräsidialamt", "schloss bellevue", "willy-brandt-haus",
        "konrad-adenauer-haus", "karl-liebknecht-haus", "thomas-dehler-haus", "reichstag", "bendlerblock",
        "hardthöhe", "rotes rathaus", "rote rathaus", "roten rathaus", "villa reitzenstein", "maximilianeum",
        "staatskanzlei", "ballhausplatz", "hofburg", "bundeshaus", "hohe pforte", "palais bourbon", "quai d’orsay",
        "quai d'orsay", "matignon", "hôtel matignon", "quirinalspalast", "quirinal", "palazzo chigi", "farnesina",
        "vatikan", "heiliger stuhl", "heilige stuhl", "heiligen stuhl", "apostolischer stuhl", "moncloa",
        "la moncloa", "zarzuela", "buckingham-palast", "buckingham palace", "kensington-palast", "berlaymont",
        "brüssel", "karlsruhe", "luxemburg", "straßburg", "washington", "moskau", "peking", "berlin", "paris",
        "london", "rom", "madrid", "wien", "bern", "warschau", "kiew", "kyjiw", "minsk", "ankara", "teheran",
        "jerusalem", "tel aviv", "damaskus", "kairo", "riad", "neu-delhi", "islamabad", "tokio", "seoul", "pjöngjang",
        "budapest", "prag", "athen", "lissabon", "den haag", "kopenhagen", "stockholm", "oslo", "helsinki", "dublin",
        "belgrad", "sofia", "bukarest", "ottawa", "canberra", "brasília", "caracas", "havanna", "nikosia", "tiflis",
        "eriwan", "baku", "zhongnanhai", "blaues haus", "blauen haus", "lubjanka", "smolensker platz", "langley",
        "wall street", "fleet street", "silicon valley", "hollywood", "knesset", "duma", "rada", "werchowna rada",
        "sejm", "senat", "kongress", "oberhaus", "unterhaus", "mainzer lerchenberg", "lerchenberg", "säbener straße",
    ),
    "organization",
)  # fmt: skip
