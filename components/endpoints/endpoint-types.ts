import type { z } from 'zod';
import type { providerCatalogContract } from '#lib/contracts/catalog.ts';
import type { endpointActivityContract, endpointStats } from '#lib/contracts/endpoint.ts';

export type Provider = z.output<
  (typeof providerCatalogContract)['responses'][200]['schema']
>['items'][number];
export type EndpointActivity = z.output<
  (typeof endpointActivityContract)['responses'][200]['schema']
>['items'][number];
export type EndpointStats = z.output<typeof endpointStats>;
