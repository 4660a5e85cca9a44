import { isoSeconds, type MakeSample } from './sample.ts';

const actor = { type: 'user', display_name: 'Hookline Test', nickname: 'hookline-test' };

export const bitbucketSample: MakeSample = (fresh) => ({
  headers: [
    ['user-agent', 'Bitbucket-Webhooks/2.0'],
    ['x-event-key', 'issue:created'],
    ['x-request-uuid', fresh.id],
    ['x-attempt-number', '1'],
  ],
  body: {
    actor,
    repository: {
      type: 'repository',
      name: 'example',
      full_name: 'hookline-test/example',
      is_private: true,
    },
    issue: {
      id: 1,
      title: 'Test delivery from Hookline',
      state: 'new',
      priority: 'major',
      kind: 'bug',
      reporter: actor,
      created_on: isoSeconds(fresh),
    },
  },
});
