/**
 * The key that lets the server recognise a request it has already performed. It stays the same
 * while the same thing is wanted, so that a second press after a lost answer makes nothing twice,
 * and changes with what is wanted.
 */
export class ActKey {
  private wanted = '';
  private key = '';

  /** Performs the act under the key for what is wanted; the next act after it has another key. */
  async perform<T>(
    wanted: unknown,
    act: (headers: Record<'Idempotency-Key', string>) => Promise<T>,
  ): Promise<T> {
    const asText = JSON.stringify(wanted);
    if (this.key === '' || asText !== this.wanted) {
      this.wanted = asText;
      this.key = randomUuid();
    }
    const done = await act({ 'Idempotency-Key': this.key });
    this.key = '';
    return done;
  }
}

/** A version 4 UUID. `crypto.randomUUID` is missing where the page is served over plain HTTP. */
function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
