"use client";

import { Component, type ReactNode } from "react";

interface EditorBoundaryProps {
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

/** Shows the light view when the editor cannot be loaded: the connection went, or the server has a newer build. */
export class EditorBoundary extends Component<
  EditorBoundaryProps,
  { readonly failed: boolean }
> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
