/** Phrasings of a few intents. */
export const requestsByIntent: Readonly<Record<string, readonly string[]>> = {
  lost_card: [
    "My card was stolen yesterday, please block it.",
    "I lost my card and need it blocked.",
    "Someone stole my wallet with the bank card in it.",
    "Please block my card, I can't find it.",
    "I have misplaced my card somewhere, can you freeze it?",
    "My debit card is lost, block the card today.",
  ],
  exchange_rate: [
    "What is the exchange rate for dollars today?",
    "Which exchange rate do you use for euros?",
    "How much is a pound in euros at your rate?",
    "Tell me the exchange rate of the yen.",
    "Is your exchange rate for dollars updated daily?",
    "What rate do I get when I exchange euros to dollars?",
  ],
  change_address: [
    "I moved and want to change the address on my account.",
    "Please update my postal address.",
    "How do I change my home address?",
    "My address is wrong, I need to update the address.",
    "We are moving house, where can I change our address?",
    "Change the address for my account, I have moved.",
  ],
};
