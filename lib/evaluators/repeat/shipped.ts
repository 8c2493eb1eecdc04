import { readModel } from "@/lib/learning/quantise";
import { createJudgeQuestion } from "./judge-question";
import weights from "./weights.gen.json";

/** The judge with the weights that ship. */
export const judgeQuestion = createJudgeQuestion(readModel(weights));
