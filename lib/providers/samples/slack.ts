import { type MakeSample, plainId, unixSeconds } from './sample.ts';

export const slackSample: MakeSample = (fresh) => {
  const ts = `${unixSeconds(fresh)}.000100`;
  return {
    headers: [['user-agent', 'Slackbot 1.0 (+https://api.slack.com/robots)']],
    body: {
      team_id: 'T00000001',
      api_app_id: 'A00000001',
      event: {
        type: 'message',
        channel: 'C00000001',
        channel_type: 'channel',
        user: 'U00000001',
        text: 'Test delivery from Hookline',
        ts,
        event_ts: ts,
      },
      type: 'event_callback',
      event_id: `Ev${plainId(fresh).toUpperCase()}`,
      event_time: unixSeconds(fresh),
    },
  };
};
