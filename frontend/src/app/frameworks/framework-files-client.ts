import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { FrameworkImportResponse } from '@app/shared/contracts';
import { firstValueFrom } from 'rxjs';
import { ActKey } from '../platform/act-key';
import { mediaTypeOf, type ImportAbout } from './import-form';

/** Brings files in. What leaves as a file is downloaded by links. */
@Injectable({ providedIn: 'root' })
export class FrameworkFilesClient {
  private readonly http = inject(HttpClient);
  private readonly importKey = new ActKey();

  /** @param about what a table cannot say; null for files that say it themselves */
  import(file: File, about: ImportAbout | null): Promise<FrameworkImportResponse> {
    const { name, size, lastModified } = file;
    const params = Object.fromEntries(
      Object.entries(about ?? {}).filter(([, value]) => value.trim() !== ''),
    );
    return this.importKey.perform({ name, size, lastModified, params }, (headers) =>
      firstValueFrom(
        this.http.post<FrameworkImportResponse>('/api/framework-drafts/imports', file, {
          params,
          headers: { ...headers, 'Content-Type': mediaTypeOf(file) ?? '' },
        }),
      ),
    );
  }
}
