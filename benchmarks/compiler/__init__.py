"""The rows about the compiler: each measures whole processes, those of other generators too."""
