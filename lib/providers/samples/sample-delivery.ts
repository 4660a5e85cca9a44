import { bitbucketSample } from './bitbucket.ts';
import { githubSamples } from './github.ts';
import { gitlabSample } from './gitlab.ts';
import { ownServiceSample } from './own-service.ts';
import type { Fresh, MakeSample, SampleEvent } from './sample.ts';
import { shopifySample } from './shopify.ts';
import { slackSample } from './slack.ts';
import { standardWebhooksSample } from './standard-webhooks.ts';
import { stripeSample } from './stripe.ts';

const single: Readonly<Record<string, MakeSample>> = {
  gitlab: gitlabSample,
  bitbucket: bitbucketSample,
  stripe: stripeSample,
  slack: slackSample,
  shopify: shopifySample,
  standard_webhooks: standardWebhooksSample('webhook'),
  svix: standardWebhooksSample('svix'),
};

/** The first is sent where none is named. */
const chosen: Readonly<Record<string, readonly SampleEvent[]>> = { github: githubSamples };

/** Event types to choose a sample by; empty where the sender has one sample only. */
export function sampleEvents(scheme: string): string[] {
  return eventsOf(scheme).map(({ event }) => event);
}

/**
 * A delivery of this scheme's sender, unsigned: JSON on the exact bytes given here. Undefined where
 * the sender's samples hold no such event.
 */
export function sampleDelivery(
  scheme: string,
  fresh: Fresh,
  event?: string,
): { headers: [string, string][]; body: Uint8Array } | undefined {
  const make = maker(scheme, event);
  if (!make) return undefined;
  const { headers, body } = make(fresh);
  return {
    headers: [
      ['content-type', 'application/json'],
      ...headers.map(([name, value]): [string, string] => [name, value]),
    ],
    body: new TextEncoder().encode(JSON.stringify(body)),
  };
}

function maker(scheme: string, event: string | undefined): MakeSample | undefined {
  const events = eventsOf(scheme);
  if (event !== undefined) return events.find((sample) => sample.event === event)?.make;
  const only = Object.hasOwn(single, scheme) ? single[scheme] : undefined;
  return events[0]?.make ?? only ?? ownServiceSample;
}

function eventsOf(scheme: string): readonly SampleEvent[] {
  return (Object.hasOwn(chosen, scheme) ? chosen[scheme] : undefined) ?? [];
}
