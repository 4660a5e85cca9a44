import { Ban, CalendarClock, CircleX, Inbox, type LucideIcon, Pause } from 'lucide-react';
import type { OverviewAnswer } from '#lib/contracts/overview.ts';
import { number } from '#lib/i18n/quantity.ts';
import { type Text, textCount } from '#lib/i18n/text.ts';
import { type Clock, shortMoment } from '#lib/i18n/time.ts';
import { refusalWords } from '../inspector/refusal-words.ts';

export type Need = OverviewAnswer['needs'][number];
export type NeedWords = {
  icon: LucideIcon;
  tone: 'bad' | 'wait';
  title: string;
  lead: string;
  /** What to do about it, and where. */
  action: string;
  href: string;
};

type Speaking = { text: Text; clock: Clock };
type Words<K extends Need['kind']> = (need: Extract<Need, { kind: K }>, how: Speaking) => NeedWords;

const rejecting: Words<'endpoint_rejecting'> = (need, { text, clock }) => {
  const { name, since, count, reason } = need;
  const title =
    since === null
      ? text('home.need.rejectingAll', { name })
      : text('home.need.rejecting', { name, since: shortMoment(new Date(since), clock) });
  const why = text(refusalWords(reason).why, { reason });
  return {
    icon: Ban,
    tone: 'bad',
    title,
    lead: `${textCount(text, 'home.need.requests', count)} ${why}`,
    action: text('home.need.openRequests'),
    href: `/endpoints/${need.endpointId}?outcome=rejected`,
  };
};

const refused: Words<'endpoint_refused'> = ({ name, count, reason, endpointId }, { text }) => ({
  icon: Ban,
  tone: 'bad',
  title: textCount(text, 'home.need.refused', { name, count }),
  lead: text(refusalWords(reason).why, { reason }),
  action: text('home.need.openRequests'),
  href: `/endpoints/${endpointId}?outcome=rejected`,
});

const failing: Words<'workflow_failing'> = ({ name, failed, of, ...need }, { text }) => ({
  icon: CircleX,
  tone: 'bad',
  title:
    of === 1
      ? text('home.need.failedOnce', { name })
      : textCount(text, 'home.need.failing', {
          name,
          count: of,
          failed: number(failed, text.locale),
        }),
  lead: need.message,
  action: text('home.need.openRuns'),
  href: `/workflows/${need.workflowId}/runs?status=failed`,
});

const paused: Words<'workflow_paused'> = ({ name, waiting, more, since, ...need }, how) => {
  const { text, clock } = how;
  return {
    icon: Pause,
    tone: 'wait',
    title: more
      ? text('home.need.pausedMany', { name, count: number(waiting, text.locale) })
      : textCount(text, 'home.need.paused', { name, count: waiting }),
    lead: text('home.need.pausedSince', { since: shortMoment(new Date(since), clock) }),
    action: text('home.need.openWorkflow'),
    href: `/workflows/${need.workflowId}`,
  };
};

const unheard: Words<'endpoint_unheard'> = ({ name, count, endpointId }, { text }) => ({
  icon: Inbox,
  tone: 'wait',
  title: textCount(text, 'home.need.unheard', { name, count }),
  lead: text('home.need.unheardLead'),
  action: text('home.need.openEndpoint'),
  href: `/endpoints/${endpointId}`,
});

const ending =
  (what: 'endpointEnds' | 'secretsEnd'): Words<'endpoint_expiring' | 'secrets_expiring'> =>
  ({ name, at, endpointId }, { text, clock }) => ({
    icon: CalendarClock,
    tone: 'wait',
    title: text(`home.need.${what}`, { name, at: shortMoment(new Date(at), clock) }),
    lead: text(`home.need.${what}Lead`),
    action: text('home.need.openEndpoint'),
    href: `/endpoints/${endpointId}`,
  });

const token: Words<'token_expiring'> = ({ name, at }, { text, clock }) => ({
  icon: CalendarClock,
  tone: 'wait',
  title: text('home.need.tokenEnds', { name, at: shortMoment(new Date(at), clock) }),
  lead: text('home.need.tokenEndsLead'),
  action: text('home.need.openTokens'),
  href: '/settings/tokens',
});

/** What happened, and what to do about it. */
export function needWords(need: Need, how: Speaking): NeedWords {
  switch (need.kind) {
    case 'endpoint_rejecting':
      return rejecting(need, how);
    case 'endpoint_refused':
      return refused(need, how);
    case 'workflow_failing':
      return failing(need, how);
    case 'workflow_paused':
      return paused(need, how);
    case 'endpoint_unheard':
      return unheard(need, how);
    case 'endpoint_expiring':
      return ending('endpointEnds')(need, how);
    case 'secrets_expiring':
      return ending('secretsEnd')(need, how);
    case 'token_expiring':
      return token(need, how);
  }
}
