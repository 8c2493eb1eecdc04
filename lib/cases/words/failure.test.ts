import { expect, it } from "vitest";
import { isFailureText } from "./failure";

it.each([
  "Error: timeout",
  "HTTP 500",
  "http status 404",
  "Not permitted",
  '{"status":"declined"}',
  '{"result":"rejected by policy"}',
  '{"outcome":"Refused: outside the return window"}',
  '{"status_code":503}',
  '{"booking_status":"booking failed"}',
  '{"ReservationStatus":"We are unable to change it."}',
  '{"message":"the card was declined"}',
])("%s is a failure", (answer) => {
  expect(isFailureText(answer)).toBe(true);
});

it.each([
  '{"status":"completed"}',
  '{"result":"cancelled","refund":500}',
  '{"outcome":"failed-over"}',
  "Room 500, HTTPS only",
  "",
])("%s is none", (answer) => {
  expect(isFailureText(answer)).toBe(false);
});
