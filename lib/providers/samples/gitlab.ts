import { isoSeconds, type MakeSample } from './sample.ts';

export const gitlabSample: MakeSample = (fresh) => ({
  headers: [
    ['user-agent', 'GitLab'],
    ['x-gitlab-event', 'Issue Hook'],
    ['x-gitlab-event-uuid', fresh.id],
    ['idempotency-key', fresh.id],
  ],
  body: {
    object_kind: 'issue',
    event_type: 'issue',
    user: { id: 1, name: 'Hookline Test', username: 'hookline-test' },
    project: {
      id: 1,
      name: 'example',
      path_with_namespace: 'hookline-test/example',
      default_branch: 'main',
    },
    object_attributes: {
      id: 1,
      iid: 1,
      title: 'Test delivery from Hookline',
      description: 'This issue was made up to try your webhook.',
      state: 'opened',
      action: 'open',
      created_at: isoSeconds(fresh),
    },
    labels: [{ id: 1, title: 'bug', color: '#d73a4a' }],
  },
});
