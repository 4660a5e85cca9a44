type Built = {
  /** Who sends; null for a service of one's own. */
  sender: string | null;
  /** What starts it, where that is known. */
  event: string | null;
  /** What is called: a template, maybe. */
  url: string;
};

/** A name from what was built: `GitHub issues labeled → example.com`. Empty where nothing says anything. */
export function suggestedName({ sender, event, url }: Built): string {
  const from = [sender, event?.replaceAll(/[._]+/g, ' ')].filter(Boolean).join(' ');
  return [from, hostOf(url)].filter((part) => part !== '').join(' → ');
}

function hostOf(url: string): string {
  const host = URL.parse(url)?.hostname ?? '';
  return host.includes('{') || host.includes('%7B') ? '' : host;
}
