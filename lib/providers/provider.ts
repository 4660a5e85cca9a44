import type { EventPlaces } from '#lib/core/request/identify-event.ts';
import type { HmacScheme, TokenScheme } from '#lib/core/verification/scheme.ts';
import type { Handshake } from '#lib/core/verification/types.ts';

/** How a secret is made up when the person may choose it: random text, or `whsec_` + base64. */
export type SecretFormat = 'token' | 'whsec';

/** What Hookline knows of a sender. One row each; code only where a handshake needs it. */
export type Provider = {
  readonly id: string;
  readonly label: string;
  /** Two letters for its badge. */
  readonly initials: string;
  readonly tint: 'slate' | 'orange' | 'blue' | 'violet' | 'plum' | 'green' | 'teal';
  /** Where the URL and the secret go, for people: one sentence each. */
  readonly setUp: { readonly url: string; readonly secret: string };
  readonly secret: {
    /** Who makes it up: the sender shows one, or you choose one and paste it there. */
    readonly madeBy: 'sender' | 'you';
    readonly format: SecretFormat;
    readonly placeholder: string;
    /** A sentence on what is wrong with it; null where it will do. */
    readonly problem?: (value: string) => string | null;
  };
  readonly scheme: HmacScheme | TokenScheme;
  /** Whether what is checked covers the body. */
  readonly coversBody: boolean;
  readonly event: EventPlaces;
  /** The same on every attempt of one delivery, and confirmed: repeats are told apart unasked. */
  readonly hasConfirmedId: boolean;
  readonly handshake?: Handshake;
  readonly handshakeMethods: readonly string[];
  /** What the sender takes for success, and how long it waits where that is known. */
  readonly answer: { readonly expected: string; readonly withinSeconds: number | null };
  readonly notes: readonly string[];
};
