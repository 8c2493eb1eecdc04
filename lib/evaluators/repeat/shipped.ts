import { readModel } from "@/lib/learning/quantise";
import { createJudgeQuestion } from "./judge-question";
import weights from "./weights.gen.json";

/** `createJudgeQuestion` with the shipped weights. */
export const judgeQuestion = createJudgeQuestion(readModel(weights));
