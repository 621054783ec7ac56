import type { FrameworkConsultationResponse, FrameworkDraftResponse } from '@app/shared/contracts';
import type { FrameworkDefinition } from '@app/shared/domain';

type Whole<Response> = Omit<Response, 'definition'> & { definition: FrameworkDefinition };

/** A draft as it is read here: its definition with the shapes that rules are written for. */
export type FrameworkDraft = Whole<FrameworkDraftResponse>;

/** A draft as those read it who are asked about it. */
export type FrameworkConsultation = Whole<FrameworkConsultationResponse>;
