const yearSeconds = 31_536_000;

/** A cookie that the server reads too: how this person wants pages drawn. */
export function keepForAYear(name: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain http, where many run this.
  document.cookie = `${name}=${value};path=/;max-age=${yearSeconds};samesite=lax`;
}
