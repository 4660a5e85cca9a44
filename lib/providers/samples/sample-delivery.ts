import { bitbucketSample } from './bitbucket.ts';
import { githubSample } from './github.ts';
import { gitlabSample } from './gitlab.ts';
import { ownServiceSample } from './own-service.ts';
import type { Fresh, MakeSample } from './sample.ts';
import { shopifySample } from './shopify.ts';
import { slackSample } from './slack.ts';
import { standardWebhooksSample } from './standard-webhooks.ts';
import { stripeSample } from './stripe.ts';

const samples: Readonly<Record<string, MakeSample>> = {
  github: githubSample,
  gitlab: gitlabSample,
  bitbucket: bitbucketSample,
  stripe: stripeSample,
  slack: slackSample,
  shopify: shopifySample,
  standard_webhooks: standardWebhooksSample('webhook'),
  svix: standardWebhooksSample('svix'),
};

/** A delivery of this scheme's sender, unsigned: JSON on the exact bytes given here. */
export function sampleDelivery(
  scheme: string,
  fresh: Fresh,
): { headers: [string, string][]; body: Uint8Array } {
  const make = Object.hasOwn(samples, scheme) ? samples[scheme] : undefined;
  const { headers, body } = (make ?? ownServiceSample)(fresh);
  return {
    headers: [
      ['content-type', 'application/json'],
      ...headers.map(([name, value]): [string, string] => [name, value]),
    ],
    body: new TextEncoder().encode(JSON.stringify(body)),
  };
}
