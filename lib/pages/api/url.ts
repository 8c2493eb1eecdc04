import { workspaceNames } from "@/lib/domain/workspace";
import { casesCodec } from "@/lib/analytics/filter/cases-query";
import { createCodec } from "@/lib/format/address/codec";
import { integer, oneOf, optional, param, text } from "@/lib/format/address/field";

/** The served description of the API, in `public/`. */
export const apiFilePath = "/openapi.json";

/** Cases of one answer, where the request names no number. */
export const casesLimitUsual = 100;
export const casesLimitMax = 500;

/** Parameters of the Cases page's address that change how it looks, not which cases: they are read and change nothing. */
export const looksOnly: readonly string[] = ["sort", "dir", "page", "cols", "peek"];

const workspace = optional("workspace", oneOf(workspaceNames));

/** `GET /api/v1/cases`. */
export const apiCasesCodec = createCodec({
  cases: casesCodec,
  limit: param("limit", integer(1, casesLimitMax), casesLimitUsual),
  cursor: optional("cursor", text({ min: 1, max: 400 })),
  workspace,
});

/** `GET /api/v1/cases/{id}`. */
export const apiCaseCodec = createCodec({ workspace });

/** `GET /api/v1/metrics`. */
export const apiMetricsCodec = createCodec({ cases: casesCodec, workspace });
