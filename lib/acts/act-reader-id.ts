import model from "./model/model.gen.json";

/** Raise it where the same question may get another answer of the same model: how texts are cut, say. */
const readingVersion = 1;

/** Our own reader's name and version: the same question to the same reader has one answer. */
export const actReaderId = `${model.id} ${String(readingVersion)}`;
