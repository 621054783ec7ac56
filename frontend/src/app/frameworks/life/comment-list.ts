import { Component, input } from '@angular/core';
import type { FrameworkCommentResponse } from '@app/shared/contracts';
import { dayInWords } from '@app/shared/domain';

/** What reviewers wrote, the earliest first. */
@Component({
  selector: 'app-comment-list',
  template: `
    <ul class="govuk-list app-prose">
      @for (comment of comments(); track comment.id) {
        <li>
          <p class="govuk-body app-break govuk-!-margin-bottom-1">{{ comment.text }}</p>
          <p class="govuk-body app-muted">{{ comment.writtenBy }}, {{ day(comment.writtenAt) }}</p>
        </li>
      }
    </ul>
  `,
})
export class CommentList {
  readonly comments = input.required<readonly FrameworkCommentResponse[]>();

  protected day(instant: string): string {
    return dayInWords(new Date(instant));
  }
}
