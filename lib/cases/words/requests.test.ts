import { expect, it } from "vitest";
import { findRequestedActions } from "./requests";

const actionsIn = (text: string) => findRequestedActions(text).map(({ action }) => action);

it.each([
  ["Please cancel order 4471.", ["cancel"]],
  ["Can you refund charge 12 from last week?", ["refund"]],
  ["I'd like to cancel booking 88 and refund it", ["cancel", "refund"]],
  ["Please order two more and cancel the rest.", ["create", "cancel"]],
  ["Please book me a room.", ["create"]],
])("reads a noun after the verb that it belongs to as a thing: %s", (text, actions) => {
  expect(actionsIn(text)).toEqual(actions);
});
