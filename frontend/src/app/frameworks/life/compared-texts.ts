import { Component, computed, input } from '@angular/core';
import type { ComparedText } from '@app/shared/domain';

/** One text of two versions side by side, with what was taken out and what came in marked. */
@Component({
  selector: 'app-compared-texts',
  template: `
    <h4 class="govuk-heading-s">{{ text().what }}</h4>
    <div class="app-compared">
      @for (side of sides(); track side.title) {
        <div>
          <p class="govuk-body app-muted govuk-!-margin-bottom-1">{{ side.title }}</p>
          <p class="govuk-body app-prose app-break">
            @for (part of side.parts; track $index) {
              @switch (part.kind) {
                @case ('removed') {
                  <del
                    ><span class="govuk-visually-hidden">[taken out: </span>{{ part.text
                    }}<span class="govuk-visually-hidden">]</span></del
                  >
                }
                @case ('added') {
                  <ins
                    ><span class="govuk-visually-hidden">[added: </span>{{ part.text
                    }}<span class="govuk-visually-hidden">]</span></ins
                  >
                }
                @default {
                  <span>{{ part.text }}</span>
                }
              }
            } @empty {
              Nothing
            }
          </p>
        </div>
      }
    </div>
  `,
})
export class ComparedTexts {
  readonly text = input.required<ComparedText>();
  readonly olderTitle = input.required<string>();
  readonly newerTitle = input.required<string>();
  protected readonly sides = computed(() => [
    {
      title: this.olderTitle(),
      parts: this.text().words.filter(({ kind }) => kind !== 'added'),
    },
    {
      title: this.newerTitle(),
      parts: this.text().words.filter(({ kind }) => kind !== 'removed'),
    },
  ]);
}
