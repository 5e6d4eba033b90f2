"""Addresses: every notation of this machine and of private networks, and what is no web address at all."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.cases import Case

# {port} is that of a server on this machine that must never be asked, {secret} a file that must never be read.
NOTATIONS = {
    "plain": "http://127.0.0.1:{port}/",
    "name": "http://localhost:{port}/",
    "name-dot": "http://LOCALHOST.:{port}/",
    "subdomain": "http://a.localhost:{port}/",
    "short": "http://127.1:{port}/",
    "decimal": "http://2130706433:{port}/",
    "hexadecimal": "http://0x7f000001:{port}/",
    "hexadecimal-parts": "http://0x7f.0x0.0x0.0x1:{port}/",
    "octal": "http://0177.0.0.1:{port}/",
    "octal-whole": "http://017700000001:{port}/",
    "overflow": "http://4425673729:{port}/",
    "zeros": "http://127.000.000.001:{port}/",
    "nowhere": "http://0.0.0.0:{port}/",
    "zero": "http://0:{port}/",
    "loop": "http://127.255.255.254:{port}/",
    "dot": "http://127.0.0.1.:{port}/",
    "six": "http://[::1]:{port}/",
    "six-long": "http://[0000:0000:0000:0000:0000:0000:0000:0001]:{port}/",
    "six-any": "http://[::]:{port}/",
    "mapped": "http://[::ffff:127.0.0.1]:{port}/",
    "mapped-hexadecimal": "http://[::ffff:7f00:1]:{port}/",
    "compatible": "http://[::127.0.0.1]:{port}/",
    "nat64": "http://[64:ff9b::7f00:1]:{port}/",
    "six-to-four": "http://[2002:7f00:1::]:{port}/",
    "zone": "http://[fe80::1%25lo]:{port}/",
    "wide-digits": "http://１２７.０.０.１:{port}/",
    "circled-digits": "http://①②⑦.⓪.⓪.①:{port}/",
    "wide-dots": "http://127。0。0。1:{port}/",
    "wide-name": "http://ｌｏｃａｌｈｏｓｔ:{port}/",
    "percent": "http://%31%32%37.0.0.1:{port}/",
    "user": "http://bote.example@127.0.0.1:{port}/",
    "user-encoded": "http://bote.example%40127.0.0.1:{port}/",
    "fragment": "http://127.0.0.1:{port}#@bote.example/",
    "backslash": "http://127.0.0.1:{port}\\@bote.example/",
    "slashes": "http:////127.0.0.1:{port}/",
    "one-slash": "http:/127.0.0.1:{port}/",
    "tab": "ht\ttp://127.0.0.1:{port}/",
    "header": "http://127.0.0.1:{port}/ HTTP/1.1\r\nHost: x\r\n\r\nGET /zwei",
    "null": "http://127.0.0.1\0.bote.example:{port}/",
    "cloud": "http://169.254.169.254/latest/meta-data/",
    "cloud-six": "http://[fd00:ec2::254]/latest/meta-data/",
    "cloud-name": "http://metadata.google.internal/computeMetadata/v1/",
    "private-ten": "http://10.0.0.1/",
    "private-home": "http://192.168.0.1/",
    "private-sixteen": "http://172.16.0.1/",
    "carrier": "http://100.64.0.1/",
    "broadcast": "http://255.255.255.255/",
    "multicast": "http://224.0.0.1/",
    "documents": "http://192.0.2.1/",
    "mail-port": "http://bote.example:25/",
    "database-port": "http://127.0.0.1:5432/",
    "file": "file://{secret}",
    "file-host": "file://localhost{secret}",
    "file-capital": "FILE:{secret}",
    "path": "{secret}",
    "ftp": "ftp://127.0.0.1/",
    "gopher": "gopher://127.0.0.1:{port}/_GET%20/",
    "dictionary": "dict://127.0.0.1:{port}/info",
    "jar": "jar:http://127.0.0.1:{port}/!/",
    "netdoc": "netdoc:{secret}",
    "data": "data:text/html,<p>Text</p>",
    "script": "javascript:window.__pwned=1",
    "socket": "unix:///var/run/docker.sock",
    "empty-host": "http:///etc/passwd",
    "only-scheme": "http://",
    "long": "http://" + "a." * 2_000 + "example/",
    "long-label": "http://" + "a" * 300 + ".example/",
    "bad-port": "http://bote.example:99999999/",
    "standard-input": "-",
    "pattern": "/etc/*",
    "option": "--archive=/tmp/pwned.db",
}


def cases(port: int = 1, secret: str = "/etc/passwd") -> Iterator[Case]:
    for name, notation in NOTATIONS.items():
        address = notation.replace("{port}", str(port)).replace("{secret}", secret)
        yield Case(f"address-{name}", f"an address to fetch: {notation[:60]!r}", "address", address=address)
