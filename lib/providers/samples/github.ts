import type { JsonObject } from '#lib/core/json.ts';
import { type Fresh, isoSeconds, type MakeSample, type SampleEvent } from './sample.ts';

const octopus = { login: 'hookline-test', id: 90210, type: 'User', site_admin: false };
const bug = { name: 'bug', color: 'd73a4a', default: true };

/** What GitHub sends most: an issue, its label, a pull request, a push. */
export const githubSamples: readonly SampleEvent[] = [
  { event: 'issues.opened', make: issue('opened') },
  { event: 'issues.labeled', make: issue('labeled', { label: bug }) },
  { event: 'issues.closed', make: issue('closed') },
  { event: 'pull_request.opened', make: pullRequest },
  { event: 'push', make: push },
];

function delivery(event: string, fresh: Fresh, body: JsonObject) {
  return {
    headers: [
      ['user-agent', 'GitHub-Hookshot/0000000'],
      ['x-github-event', event],
      ['x-github-delivery', fresh.id],
      ['x-github-hook-id', '1'],
    ] as const,
    body: {
      ...body,
      repository: {
        id: 1,
        name: 'example',
        full_name: 'hookline-test/example',
        private: true,
        owner: octopus,
        default_branch: 'main',
      },
      sender: octopus,
    },
  };
}

function issue(action: string, more: JsonObject = {}): MakeSample {
  return (fresh) =>
    delivery('issues', fresh, {
      action,
      issue: {
        number: 1,
        title: 'Test delivery from Hookline',
        user: octopus,
        labels: [bug],
        state: action === 'closed' ? 'closed' : 'open',
        comments: 0,
        created_at: isoSeconds(fresh),
        updated_at: isoSeconds(fresh),
        body: 'This issue was made up to try your webhook.',
      },
      ...more,
    });
}

function pullRequest(fresh: Fresh) {
  return delivery('pull_request', fresh, {
    action: 'opened',
    number: 2,
    pull_request: {
      number: 2,
      title: 'Test delivery from Hookline',
      user: octopus,
      labels: [],
      state: 'open',
      draft: false,
      merged: false,
      head: { ref: 'try-the-webhook', sha: '1'.repeat(40) },
      base: { ref: 'main', sha: '0'.repeat(40) },
      created_at: isoSeconds(fresh),
      body: 'This pull request was made up to try your webhook.',
    },
  });
}

function push(fresh: Fresh) {
  const commit = {
    id: '1'.repeat(40),
    message: 'Test delivery from Hookline',
    timestamp: isoSeconds(fresh),
    author: { name: 'Hookline', username: 'hookline-test' },
    added: [],
    removed: [],
    modified: ['README.md'],
  };
  return delivery('push', fresh, {
    ref: 'refs/heads/main',
    before: '0'.repeat(40),
    after: commit.id,
    commits: [commit],
    head_commit: commit,
    pusher: { name: 'hookline-test' },
  });
}
