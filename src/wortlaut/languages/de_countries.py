"""Countries, German states and offices in German. Data only.

Names as the German press uses them. Written for Wortlaut.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Country:
    """A country, a part of one, or a union of countries.

    `code` is ISO 3166-1 or 3166-2 where there is one. `genitive` is what follows a noun: "Frankreichs", "der Türkei".
    `adjective` is the stem: "französisch"; empty where there is none. `capital` is the seat of government where the
    press names that ("Den Haag"). The last three name inhabitants: a man, a woman, several.
    """

    code: str
    english: str
    german: str
    genitive: str
    adjective: str
    capital: str
    man: str
    woman: str
    people: str


_COUNTRIES = """
AF|Afghanistan|Afghanistan|Afghanistans|afghanisch|Kabul|Afghane|Afghanin|Afghanen
EG|Egypt|Ägypten|Ägyptens|ägyptisch|Kairo|Ägypter|Ägypterin|Ägypter
AL|Albania|Albanien|Albaniens|albanisch|Tirana|Albaner|Albanerin|Albaner
DZ|Algeria|Algerien|Algeriens|algerisch|Algier|Algerier|Algerierin|Algerier
AD|Andorra|Andorra|Andorras|andorranisch|Andorra la Vella|Andorraner|Andorranerin|Andorraner
AO|Angola|Angola|Angolas|angolanisch|Luanda|Angolaner|Angolanerin|Angolaner
AG|Antigua and Barbuda|Antigua und Barbuda|Antiguas und Barbudas|antiguanisch|St. John’s|Antiguaner|Antiguanerin|Antiguaner
GQ|Equatorial Guinea|Äquatorialguinea|Äquatorialguineas|äquatorialguineisch|Malabo|Äquatorialguineer|Äquatorialguineerin|Äquatorialguineer
AR|Argentina|Argentinien|Argentiniens|argentinisch|Buenos Aires|Argentinier|Argentinierin|Argentinier
AM|Armenia|Armenien|Armeniens|armenisch|Eriwan|Armenier|Armenierin|Armenier
AZ|Azerbaijan|Aserbaidschan|Aserbaidschans|aserbaidschanisch|Baku|Aserbaidschaner|Aserbaidschanerin|Aserbaidschaner
ET|Ethiopia|Äthiopien|Äthiopiens|äthiopisch|Addis Abeba|Äthiopier|Äthiopierin|Äthiopier
AU|Australia|Australien|Australiens|australisch|Canberra|Australier|Australierin|Australier
BS|The Bahamas|Bahamas|der Bahamas|bahamaisch|Nassau|Bahamaer|Bahamaerin|Bahamaer
BH|Bahrain|Bahrain|Bahrains|bahrainisch|Manama|Bahrainer|Bahrainerin|Bahrainer
BD|Bangladesh|Bangladesch|Bangladeschs|bangladeschisch|Dhaka|Bangladescher|Bangladescherin|Bangladescher
BB|Barbados|Barbados|von Barbados|barbadisch|Bridgetown|Barbadier|Barbadierin|Barbadier
BY|Belarus|Belarus|von Belarus|belarussisch|Minsk|Belarusse|Belarussin|Belarussen
BE|Belgium|Belgien|Belgiens|belgisch|Brüssel|Belgier|Belgierin|Belgier
BZ|Belize|Belize|Belizes|belizisch|Belmopan|Belizer|Belizerin|Belizer
BJ|Benin|Benin|Benins|beninisch|Porto-Novo|Beniner|Beninerin|Beniner
BT|Bhutan|Bhutan|Bhutans|bhutanisch|Thimphu|Bhutaner|Bhutanerin|Bhutaner
BO|Bolivia|Bolivien|Boliviens|bolivianisch|Sucre|Bolivianer|Bolivianerin|Bolivianer
BA|Bosnia and Herzegovina|Bosnien und Herzegowina|Bosniens und Herzegowinas|bosnisch|Sarajevo|Bosnier|Bosnierin|Bosnier
BW|Botswana|Botswana|Botswanas|botswanisch|Gaborone|Botswaner|Botswanerin|Botswaner
BR|Brazil|Brasilien|Brasiliens|brasilianisch|Brasília|Brasilianer|Brasilianerin|Brasilianer
BN|Brunei|Brunei|Bruneis|bruneiisch|Bandar Seri Begawan|Bruneier|Bruneierin|Bruneier
BG|Bulgaria|Bulgarien|Bulgariens|bulgarisch|Sofia|Bulgare|Bulgarin|Bulgaren
BF|Burkina Faso|Burkina Faso|Burkina Fasos|burkinisch|Ouagadougou|Burkiner|Burkinerin|Burkiner
BI|Burundi|Burundi|Burundis|burundisch|Gitega|Burunder|Burunderin|Burunder
CL|Chile|Chile|Chiles|chilenisch|Santiago de Chile|Chilene|Chilenin|Chilenen
CN|China|China|Chinas|chinesisch|Peking|Chinese|Chinesin|Chinesen
CR|Costa Rica|Costa Rica|Costa Ricas|costa-ricanisch|San José|Costa Ricaner|Costa Ricanerin|Costa Ricaner
CI|Ivory Coast|Elfenbeinküste|der Elfenbeinküste|ivorisch|Yamoussoukro|Ivorer|Ivorerin|Ivorer
DK|Denmark|Dänemark|Dänemarks|dänisch|Kopenhagen|Däne|Dänin|Dänen
DE|Germany|Deutschland|Deutschlands|deutsch|Berlin|Deutscher|Deutsche|Deutsche
DM|Dominica|Dominica|Dominicas|dominicanisch|Roseau|Dominicaner|Dominicanerin|Dominicaner
DO|Dominican Republic|Dominikanische Republik|der Dominikanischen Republik|dominikanisch|Santo Domingo|Dominikaner|Dominikanerin|Dominikaner
DJ|Djibouti|Dschibuti|Dschibutis|dschibutisch|Dschibuti|Dschibutier|Dschibutierin|Dschibutier
EC|Ecuador|Ecuador|Ecuadors|ecuadorianisch|Quito|Ecuadorianer|Ecuadorianerin|Ecuadorianer
SV|El Salvador|El Salvador|El Salvadors|salvadorianisch|San Salvador|Salvadorianer|Salvadorianerin|Salvadorianer
ER|Eritrea|Eritrea|Eritreas|eritreisch|Asmara|Eritreer|Eritreerin|Eritreer
EE|Estonia|Estland|Estlands|estnisch|Tallinn|Este|Estin|Esten
SZ|Eswatini|Eswatini|Eswatinis|eswatinisch|Mbabane|Eswatinier|Eswatinierin|Eswatinier
FJ|Fiji|Fidschi|Fidschis|fidschianisch|Suva|Fidschianer|Fidschianerin|Fidschianer
FI|Finland|Finnland|Finnlands|finnisch|Helsinki|Finne|Finnin|Finnen
FR|France|Frankreich|Frankreichs|französisch|Paris|Franzose|Französin|Franzosen
GA|Gabon|Gabun|Gabuns|gabunisch|Libreville|Gabuner|Gabunerin|Gabuner
GM|The Gambia|Gambia|Gambias|gambisch|Banjul|Gambier|Gambierin|Gambier
GE|Georgia|Georgien|Georgiens|georgisch|Tiflis|Georgier|Georgierin|Georgier
GH|Ghana|Ghana|Ghanas|ghanaisch|Accra|Ghanaer|Ghanaerin|Ghanaer
GD|Grenada|Grenada|Grenadas|grenadisch|St. George’s|Grenader|Grenaderin|Grenader
GR|Greece|Griechenland|Griechenlands|griechisch|Athen|Grieche|Griechin|Griechen
GL|Greenland|Grönland|Grönlands|grönländisch|Nuuk|Grönländer|Grönländerin|Grönländer
GB|United Kingdom|Großbritannien|Großbritanniens|britisch|London|Brite|Britin|Briten
GT|Guatemala|Guatemala|Guatemalas|guatemaltekisch|Guatemala-Stadt|Guatemalteke|Guatemaltekin|Guatemalteken
GN|Guinea|Guinea|Guineas|guineisch|Conakry|Guineer|Guineerin|Guineer
GW|Guinea-Bissau|Guinea-Bissau|Guinea-Bissaus|guinea-bissauisch|Bissau|Guinea-Bissauer|Guinea-Bissauerin|Guinea-Bissauer
GY|Guyana|Guyana|Guyanas|guyanisch|Georgetown|Guyaner|Guyanerin|Guyaner
HT|Haiti|Haiti|Haitis|haitianisch|Port-au-Prince|Haitianer|Haitianerin|Haitianer
HN|Honduras|Honduras|von Honduras|honduranisch|Tegucigalpa|Honduraner|Honduranerin|Honduraner
IN|India|Indien|Indiens|indisch|Neu-Delhi|Inder|Inderin|Inder
ID|Indonesia|Indonesien|Indonesiens|indonesisch|Jakarta|Indonesier|Indonesierin|Indonesier
IQ|Iraq|Irak|des Irak|irakisch|Bagdad|Iraker|Irakerin|Iraker
IR|Iran|Iran|des Iran|iranisch|Teheran|Iraner|Iranerin|Iraner
IE|Ireland|Irland|Irlands|irisch|Dublin|Ire|Irin|Iren
IS|Iceland|Island|Islands|isländisch|Reykjavík|Isländer|Isländerin|Isländer
IL|Israel|Israel|Israels|israelisch|Jerusalem|Israeli|Israelin|Israelis
IT|Italy|Italien|Italiens|italienisch|Rom|Italiener|Italienerin|Italiener
JM|Jamaica|Jamaika|Jamaikas|jamaikanisch|Kingston|Jamaikaner|Jamaikanerin|Jamaikaner
JP|Japan|Japan|Japans|japanisch|Tokio|Japaner|Japanerin|Japaner
YE|Yemen|Jemen|des Jemen|jemenitisch|Sanaa|Jemenit|Jemenitin|Jemeniten
JO|Jordan|Jordanien|Jordaniens|jordanisch|Amman|Jordanier|Jordanierin|Jordanier
KH|Cambodia|Kambodscha|Kambodschas|kambodschanisch|Phnom Penh|Kambodschaner|Kambodschanerin|Kambodschaner
CM|Cameroon|Kamerun|Kameruns|kamerunisch|Jaunde|Kameruner|Kamerunerin|Kameruner
CA|Canada|Kanada|Kanadas|kanadisch|Ottawa|Kanadier|Kanadierin|Kanadier
CV|Cape Verde|Kap Verde|Kap Verdes|kapverdisch|Praia|Kapverdier|Kapverdierin|Kapverdier
KZ|Kazakhstan|Kasachstan|Kasachstans|kasachisch|Astana|Kasache|Kasachin|Kasachen
QA|Qatar|Katar|Katars|katarisch|Doha|Katarer|Katarerin|Katarer
KE|Kenya|Kenia|Kenias|kenianisch|Nairobi|Kenianer|Kenianerin|Kenianer
KG|Kyrgyzstan|Kirgistan|Kirgistans|kirgisisch|Bischkek|Kirgise|Kirgisin|Kirgisen
KI|Kiribati|Kiribati|Kiribatis|kiribatisch|South Tarawa|Kiribatier|Kiribatierin|Kiribatier
CO|Colombia|Kolumbien|Kolumbiens|kolumbianisch|Bogotá|Kolumbianer|Kolumbianerin|Kolumbianer
KM|Comoros|Komoren|der Komoren|komorisch|Moroni|Komorer|Komorerin|Komorer
CG|Republic of the Congo|Republik Kongo|der Republik Kongo|kongolesisch|Brazzaville|Kongolese|Kongolesin|Kongolesen
CD|Democratic Republic of the Congo|Demokratische Republik Kongo|der Demokratischen Republik Kongo|kongolesisch|Kinshasa|Kongolese|Kongolesin|Kongolesen
XK|Kosovo|Kosovo|des Kosovo|kosovarisch|Pristina|Kosovare|Kosovarin|Kosovaren
HR|Croatia|Kroatien|Kroatiens|kroatisch|Zagreb|Kroate|Kroatin|Kroaten
CU|Cuba|Kuba|Kubas|kubanisch|Havanna|Kubaner|Kubanerin|Kubaner
KW|Kuwait|Kuwait|Kuwaits|kuwaitisch|Kuwait-Stadt|Kuwaiter|Kuwaiterin|Kuwaiter
LA|Laos|Laos|von Laos|laotisch|Vientiane|Laote|Laotin|Laoten
LS|Lesotho|Lesotho|Lesothos|lesothisch|Maseru|Lesother|Lesotherin|Lesother
LV|Latvia|Lettland|Lettlands|lettisch|Riga|Lette|Lettin|Letten
LB|Lebanon|Libanon|des Libanon|libanesisch|Beirut|Libanese|Libanesin|Libanesen
LR|Liberia|Liberia|Liberias|liberianisch|Monrovia|Liberianer|Liberianerin|Liberianer
LY|Libya|Libyen|Libyens|libysch|Tripolis|Libyer|Libyerin|Libyer
LI|Liechtenstein|Liechtenstein|Liechtensteins|liechtensteinisch|Vaduz|Liechtensteiner|Liechtensteinerin|Liechtensteiner
LT|Lithuania|Litauen|Litauens|litauisch|Vilnius|Litauer|Litauerin|Litauer
LU|Luxembourg|Luxemburg|Luxemburgs|luxemburgisch|Luxemburg|Luxemburger|Luxemburgerin|Luxemburger
MG|Madagascar|Madagaskar|Madagaskars|madagassisch|Antananarivo|Madagasse|Madagassin|Madagassen
MW|Malawi|Malawi|Malawis|malawisch|Lilongwe|Malawier|Malawierin|Malawier
MY|Malaysia|Malaysia|Malaysias|malaysisch|Kuala Lumpur|Malaysier|Malaysierin|Malaysier
MV|Maldives|Malediven|der Malediven|maledivisch|Malé|Malediver|Malediverin|Malediver
ML|Mali|Mali|Malis|malisch|Bamako|Malier|Malierin|Malier
MT|Malta|Malta|Maltas|maltesisch|Valletta|Malteser|Malteserin|Malteser
MA|Morocco|Marokko|Marokkos|marokkanisch|Rabat|Marokkaner|Marokkanerin|Marokkaner
MH|Marshall Islands|Marshallinseln|der Marshallinseln|marshallisch|Majuro|Marshaller|Marshallerin|Marshaller
MR|Mauritania|Mauretanien|Mauretaniens|mauretanisch|Nouakchott|Mauretanier|Mauretanierin|Mauretanier
MU|Mauritius|Mauritius|von Mauritius|mauritisch|Port Louis|Mauritier|Mauritierin|Mauritier
MX|Mexico|Mexiko|Mexikos|mexikanisch|Mexiko-Stadt|Mexikaner|Mexikanerin|Mexikaner
FM|Micronesia|Mikronesien|Mikronesiens|mikronesisch|Palikir|Mikronesier|Mikronesierin|Mikronesier
MD|Moldova|Moldau|der Republik Moldau|moldauisch|Chișinău|Moldauer|Moldauerin|Moldauer
MC|Monaco|Monaco|Monacos|monegassisch|Monaco|Monegasse|Monegassin|Monegassen
MN|Mongolia|Mongolei|der Mongolei|mongolisch|Ulan-Bator|Mongole|Mongolin|Mongolen
ME|Montenegro|Montenegro|Montenegros|montenegrinisch|Podgorica|Montenegriner|Montenegrinerin|Montenegriner
MZ|Mozambique|Mosambik|Mosambiks|mosambikanisch|Maputo|Mosambikaner|Mosambikanerin|Mosambikaner
MM|Myanmar|Myanmar|Myanmars|myanmarisch|Naypyidaw|Myanmare|Myanmarin|Myanmaren
NA|Namibia|Namibia|Namibias|namibisch|Windhuk|Namibier|Namibierin|Namibier
NR|Nauru|Nauru|Naurus|nauruisch|Yaren|Nauruer|Nauruerin|Nauruer
NP|Nepal|Nepal|Nepals|nepalesisch|Kathmandu|Nepalese|Nepalesin|Nepalesen
NZ|New Zealand|Neuseeland|Neuseelands|neuseeländisch|Wellington|Neuseeländer|Neuseeländerin|Neuseeländer
NI|Nicaragua|Nicaragua|Nicaraguas|nicaraguanisch|Managua|Nicaraguaner|Nicaraguanerin|Nicaraguaner
NL|Netherlands|Niederlande|der Niederlande|niederländisch|Den Haag|Niederländer|Niederländerin|Niederländer
NE|Niger|Niger|des Niger|nigrisch|Niamey|Nigrer|Nigrerin|Nigrer
NG|Nigeria|Nigeria|Nigerias|nigerianisch|Abuja|Nigerianer|Nigerianerin|Nigerianer
KP|North Korea|Nordkorea|Nordkoreas|nordkoreanisch|Pjöngjang|Nordkoreaner|Nordkoreanerin|Nordkoreaner
MK|North Macedonia|Nordmazedonien|Nordmazedoniens|nordmazedonisch|Skopje|Nordmazedonier|Nordmazedonierin|Nordmazedonier
NO|Norway|Norwegen|Norwegens|norwegisch|Oslo|Norweger|Norwegerin|Norweger
OM|Oman|Oman|Omans|omanisch|Maskat|Omaner|Omanerin|Omaner
AT|Austria|Österreich|Österreichs|österreichisch|Wien|Österreicher|Österreicherin|Österreicher
TL|East Timor|Osttimor|Osttimors|osttimoresisch|Dili|Osttimorese|Osttimoresin|Osttimoresen
PK|Pakistan|Pakistan|Pakistans|pakistanisch|Islamabad|Pakistaner|Pakistanerin|Pakistaner
PS|State of Palestine|Palästina|Palästinas|palästinensisch|Ramallah|Palästinenser|Palästinenserin|Palästinenser
PW|Palau|Palau|Palaus|palauisch|Ngerulmud|Palauer|Palauerin|Palauer
PA|Panama|Panama|Panamas|panamaisch|Panama-Stadt|Panamaer|Panamaerin|Panamaer
PG|Papua New Guinea|Papua-Neuguinea|Papua-Neuguineas|papua-neuguineisch|Port Moresby|Papua-Neuguineer|Papua-Neuguineerin|Papua-Neuguineer
PY|Paraguay|Paraguay|Paraguays|paraguayisch|Asunción|Paraguayer|Paraguayerin|Paraguayer
PE|Peru|Peru|Perus|peruanisch|Lima|Peruaner|Peruanerin|Peruaner
PH|Philippines|Philippinen|der Philippinen|philippinisch|Manila|Filipino|Filipina|Filipinos
PL|Poland|Polen|Polens|polnisch|Warschau|Pole|Polin|Polen
PT|Portugal|Portugal|Portugals|portugiesisch|Lissabon|Portugiese|Portugiesin|Portugiesen
RW|Rwanda|Ruanda|Ruandas|ruandisch|Kigali|Ruander|Ruanderin|Ruander
RO|Romania|Rumänien|Rumäniens|rumänisch|Bukarest|Rumäne|Rumänin|Rumänen
RU|Russia|Russland|Russlands|russisch|Moskau|Russe|Russin|Russen
SB|Solomon Islands|Salomonen|der Salomonen|salomonisch|Honiara|Salomoner|Salomonerin|Salomoner
ZM|Zambia|Sambia|Sambias|sambisch|Lusaka|Sambier|Sambierin|Sambier
WS|Samoa|Samoa|Samoas|samoanisch|Apia|Samoaner|Samoanerin|Samoaner
SM|San Marino|San Marino|San Marinos|san-marinesisch|San Marino|San-Marinese|San-Marinesin|San-Marinesen
ST|São Tomé and Príncipe|São Tomé und Príncipe|São Tomés und Príncipes|são-toméisch|São Tomé|São-Toméer|São-Toméerin|São-Toméer
SA|Saudi Arabia|Saudi-Arabien|Saudi-Arabiens|saudi-arabisch|Riad|Saudi-Araber|Saudi-Araberin|Saudi-Araber
SE|Sweden|Schweden|Schwedens|schwedisch|Stockholm|Schwede|Schwedin|Schweden
CH|Switzerland|Schweiz|der Schweiz|schweizerisch|Bern|Schweizer|Schweizerin|Schweizer
SN|Senegal|Senegal|des Senegal|senegalesisch|Dakar|Senegalese|Senegalesin|Senegalesen
RS|Serbia|Serbien|Serbiens|serbisch|Belgrad|Serbe|Serbin|Serben
SC|Seychelles|Seychellen|der Seychellen|seychellisch|Victoria|Seycheller|Seychellerin|Seycheller
SL|Sierra Leone|Sierra Leone|Sierra Leones|sierra-leonisch|Freetown|Sierra-Leoner|Sierra-Leonerin|Sierra-Leoner
ZW|Zimbabwe|Simbabwe|Simbabwes|simbabwisch|Harare|Simbabwer|Simbabwerin|Simbabwer
SG|Singapore|Singapur|Singapurs|singapurisch|Singapur|Singapurer|Singapurerin|Singapurer
SK|Slovakia|Slowakei|der Slowakei|slowakisch|Bratislava|Slowake|Slowakin|Slowaken
SI|Slovenia|Slowenien|Sloweniens|slowenisch|Ljubljana|Slowene|Slowenin|Slowenen
SO|Somalia|Somalia|Somalias|somalisch|Mogadischu|Somalier|Somalierin|Somalier
ES|Spain|Spanien|Spaniens|spanisch|Madrid|Spanier|Spanierin|Spanier
LK|Sri Lanka|Sri Lanka|Sri Lankas|sri-lankisch|Colombo|Sri-Lanker|Sri-Lankerin|Sri-Lanker
KN|Saint Kitts and Nevis|St. Kitts und Nevis|von St. Kitts und Nevis|kittitisch|Basseterre|Kittitier|Kittitierin|Kittitier
LC|Saint Lucia|St. Lucia|St. Lucias|lucianisch|Castries|Lucianer|Lucianerin|Lucianer
VC|Saint Vincent and the Grenadines|St. Vincent und die Grenadinen|von St. Vincent und den Grenadinen|vincentisch|Kingstown|Vincenter|Vincenterin|Vincenter
ZA|South Africa|Südafrika|Südafrikas|südafrikanisch|Pretoria|Südafrikaner|Südafrikanerin|Südafrikaner
SD|Sudan|Sudan|des Sudan|sudanesisch|Khartum|Sudanese|Sudanesin|Sudanesen
KR|South Korea|Südkorea|Südkoreas|südkoreanisch|Seoul|Südkoreaner|Südkoreanerin|Südkoreaner
SS|South Sudan|Südsudan|des Südsudan|südsudanesisch|Juba|Südsudanese|Südsudanesin|Südsudanesen
SR|Suriname|Suriname|Surinames|surinamisch|Paramaribo|Surinamer|Surinamerin|Surinamer
SY|Syria|Syrien|Syriens|syrisch|Damaskus|Syrer|Syrerin|Syrer
TJ|Tajikistan|Tadschikistan|Tadschikistans|tadschikisch|Duschanbe|Tadschike|Tadschikin|Tadschiken
TW|Taiwan|Taiwan|Taiwans|taiwanisch|Taipeh|Taiwaner|Taiwanerin|Taiwaner
TZ|Tanzania|Tansania|Tansanias|tansanisch|Dodoma|Tansanier|Tansanierin|Tansanier
TH|Thailand|Thailand|Thailands|thailändisch|Bangkok|Thailänder|Thailänderin|Thailänder
TG|Togo|Togo|Togos|togoisch|Lomé|Togoer|Togoerin|Togoer
TO|Tonga|Tonga|Tongas|tongaisch|Nukuʻalofa|Tongaer|Tongaerin|Tongaer
TT|Trinidad and Tobago|Trinidad und Tobago|Trinidads und Tobagos|trinidadisch|Port of Spain|Trinidader|Trinidaderin|Trinidader
TD|Chad|Tschad|des Tschad|tschadisch|N’Djamena|Tschader|Tschaderin|Tschader
CZ|Czech Republic|Tschechien|Tschechiens|tschechisch|Prag|Tscheche|Tschechin|Tschechen
TN|Tunisia|Tunesien|Tunesiens|tunesisch|Tunis|Tunesier|Tunesierin|Tunesier
TR|Turkey|Türkei|der Türkei|türkisch|Ankara|Türke|Türkin|Türken
TM|Turkmenistan|Turkmenistan|Turkmenistans|turkmenisch|Aschgabat|Turkmene|Turkmenin|Turkmenen
TV|Tuvalu|Tuvalu|Tuvalus|tuvaluisch|Funafuti|Tuvaluer|Tuvaluerin|Tuvaluer
UG|Uganda|Uganda|Ugandas|ugandisch|Kampala|Ugander|Uganderin|Ugander
UA|Ukraine|Ukraine|der Ukraine|ukrainisch|Kiew|Ukrainer|Ukrainerin|Ukrainer
HU|Hungary|Ungarn|Ungarns|ungarisch|Budapest|Ungar|Ungarin|Ungarn
UY|Uruguay|Uruguay|Uruguays|uruguayisch|Montevideo|Uruguayer|Uruguayerin|Uruguayer
UZ|Uzbekistan|Usbekistan|Usbekistans|usbekisch|Taschkent|Usbeke|Usbekin|Usbeken
VU|Vanuatu|Vanuatu|Vanuatus|vanuatuisch|Port Vila|Vanuatuer|Vanuatuerin|Vanuatuer
VA|Vatican City|Vatikan|des Vatikan|vatikanisch|Vatikanstadt|Vatikaner|Vatikanerin|Vatikaner
VE|Venezuela|Venezuela|Venezuelas|venezolanisch|Caracas|Venezolaner|Venezolanerin|Venezolaner
AE|United Arab Emirates|Vereinigte Arabische Emirate|der Vereinigten Arabischen Emirate|emiratisch|Abu Dhabi|Emirater|Emiraterin|Emirater
US|United States|USA|der USA|amerikanisch|Washington|Amerikaner|Amerikanerin|Amerikaner
VN|Vietnam|Vietnam|Vietnams|vietnamesisch|Hanoi|Vietnamese|Vietnamesin|Vietnamesen
CF|Central African Republic|Zentralafrikanische Republik|der Zentralafrikanischen Republik|zentralafrikanisch|Bangui|Zentralafrikaner|Zentralafrikanerin|Zentralafrikaner
CY|Cyprus|Zypern|Zyperns|zyprisch|Nikosia|Zyprer|Zyprerin|Zyprer
HK|Hong Kong|Hongkong|Hongkongs|hongkonger|Hongkong|Hongkonger|Hongkongerin|Hongkonger
EH|Sahrawi Arab Democratic Republic|Westsahara|der Westsahara|sahrauisch|El Aaiún|Sahraui|Sahraui|Sahrauis
GE-AB|Abkhazia|Abchasien|Abchasiens|abchasisch|Sochumi|Abchase|Abchasin|Abchasen
AZ-NK|Artsakh|Bergkarabach|Bergkarabachs|bergkarabachisch|Stepanakert|Bergkarabacher|Bergkarabacherin|Bergkarabacher
GE-SO|South Ossetia|Südossetien|Südossetiens|südossetisch|Zchinwali|Südossete|Südossetin|Südosseten
MD-TN|Transnistria|Transnistrien|Transnistriens|transnistrisch|Tiraspol|Transnistrier|Transnistrierin|Transnistrier
CY-NC|Northern Cyprus|Nordzypern|Nordzyperns|nordzyprisch|Nikosia|Nordzyprer|Nordzyprerin|Nordzyprer
SO-SL|Somaliland|Somaliland|Somalilands|somaliländisch|Hargeisa|Somaliländer|Somaliländerin|Somaliländer
BA-RS|Republika Srpska|Republika Srpska|der Republika Srpska|bosnisch-serbisch|Banja Luka|bosnischer Serbe|bosnische Serbin|bosnische Serben
GB-SCT|Scotland|Schottland|Schottlands|schottisch|Edinburgh|Schotte|Schottin|Schotten
GB-WLS|Wales|Wales|von Wales|walisisch|Cardiff|Waliser|Waliserin|Waliser
GB-NIR|Northern Ireland|Nordirland|Nordirlands|nordirisch|Belfast|Nordire|Nordirin|Nordiren
GB-ENG|England|England|Englands|englisch|London|Engländer|Engländerin|Engländer
ES-CT|Catalonia|Katalonien|Kataloniens|katalanisch|Barcelona|Katalane|Katalanin|Katalanen
EU|European Union|EU|der EU||Brüssel|EU-Bürger|EU-Bürgerin|EU-Bürger
UN|United Nations|Vereinte Nationen|der Vereinten Nationen||New York|||
NATO|NATO|Nato|der Nato||Brüssel|||
AU_AF|African Union|Afrikanische Union|der Afrikanischen Union||Addis Abeba|||
"""

_STATES = """
DE-BW|Baden-Württemberg|Baden-Württemberg|Baden-Württembergs|baden-württembergisch|Stuttgart|Baden-Württemberger|Baden-Württembergerin|Baden-Württemberger
DE-BY|Bavaria|Bayern|Bayerns|bayerisch|München|Bayer|Bayerin|Bayern
DE-BE|Berlin|Berlin|Berlins|berliner|Berlin|Berliner|Berlinerin|Berliner
DE-BB|Brandenburg|Brandenburg|Brandenburgs|brandenburgisch|Potsdam|Brandenburger|Brandenburgerin|Brandenburger
DE-HB|Bremen|Bremen|Bremens|bremer|Bremen|Bremer|Bremerin|Bremer
DE-HH|Hamburg|Hamburg|Hamburgs|hamburger|Hamburg|Hamburger|Hamburgerin|Hamburger
DE-HE|Hesse|Hessen|Hessens|hessisch|Wiesbaden|Hesse|Hessin|Hessen
DE-MV|Mecklenburg-Western Pomerania|Mecklenburg-Vorpommern|Mecklenburg-Vorpommerns|mecklenburg-vorpommersch|Schwerin|Mecklenburger|Mecklenburgerin|Mecklenburger
DE-NI|Lower Saxony|Niedersachsen|Niedersachsens|niedersächsisch|Hannover|Niedersachse|Niedersachsin|Niedersachsen
DE-NW|North Rhine-Westphalia|Nordrhein-Westfalen|Nordrhein-Westfalens|nordrhein-westfälisch|Düsseldorf|Nordrhein-Westfale|Nordrhein-Westfalin|Nordrhein-Westfalen
DE-RP|Rhineland-Palatinate|Rheinland-Pfalz|von Rheinland-Pfalz|rheinland-pfälzisch|Mainz|Rheinland-Pfälzer|Rheinland-Pfälzerin|Rheinland-Pfälzer
DE-SL|Saarland|Saarland|des Saarlandes|saarländisch|Saarbrücken|Saarländer|Saarländerin|Saarländer
DE-SN|Saxony|Sachsen|Sachsens|sächsisch|Dresden|Sachse|Sachsin|Sachsen
DE-ST|Saxony-Anhalt|Sachsen-Anhalt|Sachsen-Anhalts|sachsen-anhaltisch|Magdeburg|Sachsen-Anhalter|Sachsen-Anhalterin|Sachsen-Anhalter
DE-SH|Schleswig-Holstein|Schleswig-Holstein|Schleswig-Holsteins|schleswig-holsteinisch|Kiel|Schleswig-Holsteiner|Schleswig-Holsteinerin|Schleswig-Holsteiner
DE-TH|Thuringia|Thüringen|Thüringens|thüringisch|Erfurt|Thüringer|Thüringerin|Thüringer
"""

COUNTRIES = tuple(Country(*row.split("|")) for row in _COUNTRIES.strip().splitlines())
STATES = tuple(Country(*row.split("|")) for row in _STATES.strip().splitlines())  # of Germany

# What else a country is called: code -> names, as they follow a noun ("Präsident der Vereinigten Staaten").
OTHER_NAMES = {
    "US": ("der Vereinigten Staaten", "der Vereinigten Staaten von Amerika", "Amerikas"),
    "GB": ("des Vereinigten Königreichs", "des Vereinigten Königreiches"),
    "BY": ("Weißrusslands", "Belarus"),
    "CI": ("Côte d’Ivoires",),
    "MD": ("Moldaus", "Moldawiens", "der Moldau"),
    "MM": ("Birmas",),
    "CZ": ("der Tschechischen Republik",),
    "SZ": ("Swasilands",),
    "CV": ("Cabo Verdes",),
    "TL": ("Timor-Lestes",),
    "IR": ("Irans", "der Islamischen Republik Iran"),
    "IQ": ("Iraks", "des Iraks"),
    "YE": ("Jemens", "des Jemens"),
    "LB": ("Libanons", "des Libanons"),
    "SD": ("Sudans", "des Sudans"),
    "SS": ("Südsudans", "des Südsudans"),
    "SN": ("Senegals", "des Senegals"),
    "XK": ("Kosovos", "des Kosovos"),
    "NE": ("Nigers", "des Nigers"),
    "TD": ("Tschads",),
    "VA": ("des Vatikans", "des Vatikanstaates"),
    "AE": ("der Emirate", "der VAE"),
    "PS": ("der Palästinensischen Autonomiebehörde", "der Palästinenser"),
    "CN": ("der Volksrepublik China",),
    "BA": ("von Bosnien-Herzegowina", "Bosnien-Herzegowinas", "Bosniens"),
    "CD": ("der DR Kongo",),
    "EU": ("der Europäischen Union",),
    "UN": ("der UN", "der UNO"),
    "DE": ("der Bundesrepublik", "der Bundesrepublik Deutschland"),
    "DE-SL": ("des Saarlands",),
    "DE-NW": ("von NRW",),
}

# Further adjectives: code -> stems. One that ends in "er" is never inflected.
OTHER_ADJECTIVES = {
    "US": ("US-amerikanisch",),
    "BY": ("belarusisch", "weißrussisch"),
    "BA": ("bosnisch-herzegowinisch",),
    "CH": ("Schweizer",),
    "LU": ("Luxemburger",),
    "CY": ("zypriotisch",),
    "XK": ("kosovoalbanisch",),
    "MM": ("myanmarer", "birmanisch"),
    "TW": ("taiwanesisch",),
    "KE": ("keniatisch",),
    "SA": ("saudisch",),
    "AZ": ("aserisch",),
    "SZ": ("swasiländisch",),
    "DE-BY": ("bayrisch",),
    "DE-TH": ("Thüringer",),
    "DE-MV": ("mecklenburgisch-vorpommerisch",),
    "DE-BE": ("berlinisch",),
    "DE-HH": ("hamburgisch",),
    "DE-HB": ("bremisch",),
}

# What stands before the hyphen of a title: "US-Präsident".
PREFIXES = {"US": "US", "EU": "EU", "UN": "UN", "UNO": "UN", "Nato": "NATO", "NRW": "DE-NW", "Uno": "UN"}

# Titles that mean one office where a country stands beside them; each row from the second title on -> the first.
OFFICES = (
    ("Ministerpräsident", "Premierminister", "Premier", "Regierungschef"),
    ("Ministerpräsidentin", "Premierministerin", "Regierungschefin"),
    ("Präsident", "Staatspräsident", "Staatschef", "Staatsoberhaupt"),
    ("Präsidentin", "Staatspräsidentin", "Staatschefin"),
)

# Titles of Germany's federal offices beside "deutsch" or "Deutschlands" -> the title of the office.
GERMAN_OFFICES = {
    "Kanzler": "Bundeskanzler",
    "Kanzlerin": "Bundeskanzlerin",
    "Regierungschef": "Bundeskanzler",
    "Regierungschefin": "Bundeskanzlerin",
    "Präsident": "Bundespräsident",
    "Staatsoberhaupt": "Bundespräsident",
}
