import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Tag, type TagTone } from './tag';

export interface Task {
  key: string;
  title: string;
  hint?: string;
  /** Left out as long as the task cannot be started. */
  link?: string;
  status: string;
  /** A finished task has plain words, so that what is left to do stands out. */
  tone?: TagTone;
}

/** Tasks in any order, each with how far it is; the whole row leads to it. */
@Component({
  selector: 'app-task-list',
  imports: [RouterLink, Tag],
  templateUrl: './task-list.html',
})
export class TaskList {
  readonly tasks = input.required<readonly Task[]>();
}
