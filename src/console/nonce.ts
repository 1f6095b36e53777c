/** The nonce by which the policy of the page allows style sheets; the server puts a new one into every answer. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

/**
 * Gives the nonce to every style sheet that a script makes. The library does so itself where it can be told of it;
 * its dialogs, which keep the page behind them from scrolling, and its measuring of scroll bars cannot be told.
 */
export function signStyleSheets(): void {
  const create = document.createElement;
  document.createElement = function createSigned(this: Document, name: string, options?: ElementCreationOptions) {
    const element = create.call(this, name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  } as typeof document.createElement;
}
