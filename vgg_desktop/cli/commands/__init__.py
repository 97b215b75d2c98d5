"""What a person types: names, options and help of every command. The work is done next door."""
