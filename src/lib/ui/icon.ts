import type { LucideProps } from '@lucide/svelte';
import type { Component } from 'svelte';

/** An icon of @lucide/svelte, imported from its own file. */
export type IconComponent = Component<LucideProps>;
