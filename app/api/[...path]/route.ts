import { problemAnswer } from "../problem-answer";

const sentence =
  "There is no endpoint at this address. Traces go to /v1/traces; /api/v1/cases, /api/v1/cases/ID and /api/v1/metrics can be read.";

/** What no other endpoint answers: programs read JSON, not the page that people get. */
function refuse(): Response {
  return problemAnswer(404, sentence);
}

export { refuse as GET, refuse as POST };

export const dynamic = "force-dynamic";
