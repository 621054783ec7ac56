/**
 * What never reaches the log, wherever it stands in a line. A request is logged by method, route
 * pattern, status and time only; these paths are the second fence, for whatever is logged by hand.
 */
export const redactedPaths = [
  'authorization',
  'cookie',
  'set-cookie',
  'x-csrf-token',
  'password',
  'currentPassword',
  'newPassword',
  'token',
  'link',
  'email',
  'fullName',
  'staffRef',
  'body',
  'headers',
  'parameters',
  'query',
] as const;

/** The paths as pino wants them: at the top and one and two levels down. */
export const pinoPaths = redactedPaths.flatMap((path) => [
  `["${path}"]`,
  `*["${path}"]`,
  `*.*["${path}"]`,
]);
