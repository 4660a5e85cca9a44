import { createHmac, randomUUID } from 'node:crypto';

export type Issue = { action: 'opened' | 'closed'; title: string };

/** One delivery as GitHub sends it: signed over the exact bytes. Answers the status. */
export async function sendIssue(
  hook: string,
  secret: string,
  { action, title }: Issue,
): Promise<number> {
  const body = JSON.stringify({
    action,
    issue: { number: 1347, title, labels: [{ name: 'bug' }], user: { login: 'octocat' } },
    repository: { full_name: 'octocat/hello' },
  });
  const answer = await fetch(hook, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'user-agent': 'GitHub-Hookshot/044aadd',
      'x-github-event': 'issues',
      'x-github-delivery': randomUUID(),
      'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    },
    body,
  });
  await answer.arrayBuffer();
  return answer.status;
}
