"""`python -m wortlaut`."""

import sys

from wortlaut.cli import main

sys.exit(main())
