"""What comes from outside and is public: police news, short messages, official statistics. No persons."""
