import type { z } from 'zod';
import type { providerCatalogContract } from '#lib/contracts/catalog.ts';
import type { sampleDeliveryContract } from '#lib/contracts/endpoint.ts';
import type { workflow } from '#lib/contracts/workflow.ts';

export type Workflow = z.output<typeof workflow>;
export type Provider = z.output<
  (typeof providerCatalogContract.responses)[200]['schema']
>['items'][number];
export type SampleDelivery = z.output<(typeof sampleDeliveryContract.responses)[200]['schema']>;
