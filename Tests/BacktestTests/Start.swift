// Tests of Backtest.
