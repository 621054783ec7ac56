/**
 * The time left in steps, so that it is read out a few times only: whole minutes, then every
 * twenty seconds. "Less than" stays true until the next step is said.
 */
export function timeLeftInWords(seconds: number): string {
  if (seconds > 60) return `less than ${Math.ceil(seconds / 60)} minutes`;
  if (seconds > 40) return 'less than 1 minute';
  return seconds > 20 ? 'less than 40 seconds' : 'less than 20 seconds';
}
