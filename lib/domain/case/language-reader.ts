/** What finds the language of a text, and its version: what is derived may be something else with another one. */
export const languageReader = "eld 2.1.0";
