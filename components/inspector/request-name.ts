import type { Text } from '#lib/i18n/text.ts';
import type { RequestSummary } from './request-types.ts';

/** Which request it is, in a sentence: its event, or the end of its id; and where it came in. */
export function requestName(
  { id, event, endpointId }: Pick<RequestSummary, 'id' | 'event' | 'endpointId'>,
  endpoints: ReadonlyMap<string, string>,
  text: Text,
): string {
  const request = event.type ?? `…${id.slice(-12)}`;
  const endpoint = endpoints.get(endpointId);
  return endpoint === undefined ? request : text('inspector.named', { request, endpoint });
}
