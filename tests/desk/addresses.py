"""Addresses that must never be asked, in every notation, whatever a resolver may say."""

from __future__ import annotations

# Refused by what they are, before anything is resolved.
REFUSED = (
    "http://127.0.0.1/", "http://127.0.0.1:8080/feed", "http://127.1/", "http://127.0.1/", "http://2130706433/",
    "http://0x7f000001/", "http://0x7f.0.0.1/", "http://0177.0.0.1/", "http://017700000001/", "http://127.0.0.1./",
    "http://0/", "http://0.0.0.0/", "http://10.0.0.1/", "http://172.16.0.1/", "http://192.168.1.1/",
    "http://100.64.0.1/", "http://169.254.169.254/latest/meta-data/", "http://168.63.129.16.168.63.129.16/",
    "http://[::1]/", "http://[::]/", "http://[0:0:0:0:0:0:0:1]/", "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/", "http://[::127.0.0.1]/", "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/",
    "http://[fe80::1]/", "http://[fe80::1%25eth0]/", "http://[fc00::1]/", "http://[fd00:ec2::254]/",
    "http://[ff02::1]/", "http://localhost/", "http://LOCALHOST./", "http://a.localhost/", "http://intranet/",
    "http://drucker.local/", "http://metadata.google.internal/", "http://router.lan/", "http://nas.home.arpa/",
    "http://leser:geheim@bote.example/", "http://bote.example@127.0.0.1/", "http://127.0.0.1#@bote.example/",
    "http://127.0.0.1\\@bote.example/", "http://①②⑦.⓪.⓪.①/", "http://127。0。0。1/", "http://ⓛocalhost/",
    "http:127.0.0.1/", "http:///127.0.0.1/", "//127.0.0.1/", "http://bote.example:22/", "http://bote.example:0/",
    "file:///etc/passwd", "ftp://bote.example/", "gopher://bote.example/", "data:text/html,x", "javascript:alert(1)",
    "jar:http://bote.example!/", "", " ", "http://", "http://[::1", "http://bo te.example/", "http://-/", "http://.../",
    "http://%31%32%37.0.0.1/", "http://bote..example/",
)  # fmt: skip
