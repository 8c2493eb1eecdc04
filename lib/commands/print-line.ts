/**
 * Prints one line to standard output, with backpressure.
 * @throws Error of the system, such as EPIPE where nobody reads any more
 */
export function printLine(line: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${line}\n`, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}
