/** The address that people use, without a path; our own server sets it at its start; "" where another one runs. */
export function publicUrl(): string {
  return process.env["NEXTAUTH_URL"] ?? "";
}
