import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import {
  AnswersWanted,
  AnswerWanted,
  SavedAnswerResponse,
  SavedAnswersResponse,
  type NamedAnswerWanted,
} from '@app/shared/contracts';
import { answerKinds, Problem, type AnswerKind } from '@app/shared/domain';
import { CurrentAccess, type Access } from '../../accounts/index.js';
import { Answers, changeProblems } from '../../platform/http/answers.js';
import { HasIdempotencyKey, IdempotencyKey } from '../../platform/http/idempotency-key.js';
import { HasId, RecordId } from '../../platform/http/record-id.js';
import type { WantedAnswer } from './answer.repository.js';
import { SaveAnswers, type SavedAnswer } from './save-answers.js';

const answerOf = ({ savedAt, ...saved }: SavedAnswer): SavedAnswerResponse => ({
  ...saved,
  savedAt: savedAt.toISOString(),
});

const wantedOf = (
  question: { kind: AnswerKind; key: string },
  { value, evidence, sections, seenVersion }: AnswerWanted,
): WantedAnswer => ({
  ...{ kind: question.kind, key: question.key },
  value: value === '' ? null : value,
  evidence: evidence ?? null,
  sections: sections ?? [],
  seenVersion,
});

/** Each answer is saved as it is given; those that waited are saved together. */
@ApiTags('scorings')
@Controller('scorings/:id/answers')
export class AnswersController {
  constructor(private readonly saveAnswers: SaveAnswers) {}

  @Put()
  @HasId()
  @HasIdempotencyKey()
  @Answers(200, SavedAnswersResponse, ...changeProblems, 'not-found', 'stale-version')
  async saveAll(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @Body() { answers }: AnswersWanted,
    @IdempotencyKey() key: string,
  ): Promise<SavedAnswersResponse> {
    const wanted = answers.map((one: NamedAnswerWanted) => wantedOf(one, one));
    const pathOf = (index: number, path: string) => `answers.${index}.${path}`;
    const saved = await this.saveAnswers.save(access, id, wanted, key, pathOf);
    return { answers: saved.map(answerOf) };
  }

  @Put(':kind/:key')
  @HasId()
  @ApiParam({ name: 'kind', enum: answerKinds })
  @ApiParam({ name: 'key', type: String })
  @HasIdempotencyKey()
  @Answers(200, SavedAnswerResponse, ...changeProblems, 'not-found', 'stale-version')
  async save(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @Param('kind') kind: string,
    @Param('key') key: string,
    @Body() body: AnswerWanted,
    @IdempotencyKey() idempotencyKey: string,
  ): Promise<SavedAnswerResponse> {
    const known = answerKinds.find((one) => one === kind);
    if (!known) throw Problem.notFound('This question');
    const wanted = [wantedOf({ kind: known, key }, body)];
    const [saved] = await this.saveAnswers.save(access, id, wanted, idempotencyKey);
    if (!saved) throw Problem.notFound('This question');
    return answerOf(saved);
  }
}
