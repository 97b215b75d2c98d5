"""`python -m vgg_desktop` is the command `vgg-desktop`."""

from vgg_desktop.cli import main

if __name__ == "__main__":
    main()
