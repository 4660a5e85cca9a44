export type OpeningWords = {
  url: string;
  role: string;
  dataFolder: string | undefined;
  database: string;
  /** The one-time link of an installation that nobody owns yet. */
  claimLink: string | undefined;
};

/** The one block that a person reads when the server starts. */
export function openingWords(words: OpeningWords): string {
  const rows: [string, string | undefined][] = [
    ['Open', words.url],
    ['Claim it', words.claimLink],
    ['Data', words.dataFolder],
    ['Database', words.database],
    ['Role', words.role === 'all' ? undefined : words.role],
    ['Stop', 'Ctrl-C'],
  ];
  const lines = rows.flatMap(([label, value]) => (value ? [`  ${label.padEnd(10)}${value}`] : []));
  return ['', '  Hookline is running.', '', ...lines, '', ''].join('\n');
}

/** `0.0.0.0` is no address to open. */
export function localUrl(host: string, port: number): string {
  const name = ['0.0.0.0', '::', ''].includes(host) ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
