import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, required, validate } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { registerColumns, registerLimits, type RegisterColumn } from '@app/shared/domain';
import { Breadcrumbs } from '../components/breadcrumbs';
import { Button } from '../components/button';
import { DataTable, type Column } from '../components/data-table';
import { ErrorSummary } from '../components/error-summary';
import { FileInput } from '../components/file-input';
import { TextInput } from '../components/text-input';
import { formAttempt } from '../platform/form-attempt';
import { PlansClient } from './plans-client';

const megabytesMax = registerLimits.bytesMax / (1024 * 1024);

@Component({
  selector: 'app-upload-register',
  imports: [
    Breadcrumbs,
    Button,
    DataTable,
    ErrorSummary,
    FileInput,
    FormField,
    FormRoot,
    RouterLink,
    TextInput,
  ],
  templateUrl: './upload-register.html',
})
export class UploadRegister {
  protected readonly model = signal<{ asAt: string; file: File | null }>({ asAt: '', file: null });
  protected readonly form = form(this.model, (path) => {
    required(path.asAt, { message: 'Enter the as-at date' });
    validate(path.file, ({ value }) => {
      const file = value();
      if (file === null) return { kind: 'missing', message: 'Choose the file of the register' };
      return file.size > registerLimits.bytesMax
        ? { kind: 'large', message: `The file must be ${megabytesMax} MB or smaller` }
        : null;
    });
  });
  protected readonly attempt = formAttempt(this.form);
  protected readonly isSending = computed(() => this.form().submitting());
  protected readonly fileHint = `CSV, at most ${megabytesMax} MB and ${registerLimits.rowsMax.toLocaleString('en-GB')} plans`;
  protected readonly rows = registerColumns;
  protected readonly columns: readonly Column<RegisterColumn>[] = [
    { key: 'key', title: 'Column', isRowHeader: true, text: ({ key }) => key },
    { key: 'meaning', title: 'What it holds', text: meaningOf },
    { key: 'isNeeded', title: 'Needed', text: ({ isNeeded }) => (isNeeded ? 'Yes' : 'No') },
    { key: 'blank', title: 'A blank means', text: ({ blankMeans }) => blankMeans ?? 'Not allowed' },
  ];
  private readonly client = inject(PlansClient);
  private readonly router = inject(Router);

  protected async upload(): Promise<void> {
    const { asAt, file } = this.model();
    await this.attempt.send(async () => {
      if (file === null) return;
      const register = await this.client.upload(asAt, file);
      await this.router.navigate(['/plans/registers', register.id]);
    });
  }
}

function meaningOf({ meaning, allowed }: RegisterColumn): string {
  return allowed ? `${meaning}. One of ${allowed.map(({ key }) => key).join(', ')}` : meaning;
}
