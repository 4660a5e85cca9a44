import { isoSeconds, type MakeSample } from './sample.ts';

const octopus = { login: 'hookline-test', id: 90210, type: 'User', site_admin: false };

export const githubSample: MakeSample = (fresh) => ({
  headers: [
    ['user-agent', 'GitHub-Hookshot/0000000'],
    ['x-github-event', 'issues'],
    ['x-github-delivery', fresh.id],
    ['x-github-hook-id', '1'],
  ],
  body: {
    action: 'opened',
    issue: {
      number: 1,
      title: 'Test delivery from Hookline',
      user: octopus,
      labels: [{ name: 'bug', color: 'd73a4a', default: true }],
      state: 'open',
      comments: 0,
      created_at: isoSeconds(fresh),
      updated_at: isoSeconds(fresh),
      body: 'This issue was made up to try your webhook.',
    },
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
});
