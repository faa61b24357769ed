"""`python -m training.corpus COMMAND`: work on the corpus. `--help` lists the commands."""

from training.corpus.commands import main

if __name__ == "__main__":
    main()
