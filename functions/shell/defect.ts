/** One line of JSON on stderr: what failed and where; never the request, which may hold personal data. */
export const logDefect = (place: string, requestId: string, cause: unknown): void => {
  const detail = cause instanceof Error ? { error: cause.name, stack: cause.stack } : { error: String(cause) };
  process.stderr.write(`${JSON.stringify({ level: 'error', step: place, requestId, ...detail })}\n`);
};
