import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';

@Component({
  selector: 'app-no-permission',
  imports: [RouterLink],
  templateUrl: './no-permission.html',
})
export class NoPermission {}
