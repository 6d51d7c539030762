"""``python -m stancelint``."""

from stancelint.cli import main

if __name__ == "__main__":
    main()
