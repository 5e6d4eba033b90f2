"""What every answer over HTTP needs: settings, who asks, limits, headers, logs, metrics."""
