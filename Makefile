# The commands of this repository. Two are enough for a newcomer: make site, make test.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help site books edition offline serve test golden audit check holidays ids facts extent lock clean page rename fresh faq-export faq-import

# The newest Python from 3.11 up; PYTHON=... names another.
PYTHON ?= $(shell for p in python3.14 python3.13 python3.12 python3.11 python3 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
RUN := .venv/bin/python
ENVIRONMENT = @$(if $(PYTHON),:,echo "파이썬 3.11 이상이 필요해요. 설치한 뒤 다시 실행하세요." >&2; exit 1) && $(PYTHON) tools/environment.py

# Some shells set NAME to the machine's; only one given to make counts.
OWN_NAME = $(if $(findstring command,$(origin NAME)),,NAME=)

help: ## 이 목록을 보여 줘요
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

site: ## 환경을 갖추고 사이트를 site/에 만들어요
	$(ENVIRONMENT) site
	@$(RUN) tools/build_site.py

books: ## 인쇄할 책만 books/에 만들어요 (ARGS="--paper b5 --bleed")
	$(ENVIRONMENT) site
	@$(RUN) tools/build_books.py $(ARGS)

edition: ## 지금 책을 앞 판으로 적어 두어, 다음 책에 바뀐 곳을 표시해요
	$(ENVIRONMENT) site
	@$(RUN) tools/record_edition.py

offline: ## 인터넷 없이 여는 폴더 site-offline/과 그 zip을 만들어요
	$(ENVIRONMENT) site
	@$(RUN) tools/build_offline.py

serve: ## 고치는 대로 보이는 미리보기를 http://127.0.0.1:8000 에 열어요 (AS_OF=2027-02-09T12:30이면 그때 모습)
	$(ENVIRONMENT) site
	@$(RUN) tools/serve.py $(ARGS)

test: ## 모든 시험을 진짜 브라우저와 함께 돌려요
	$(ENVIRONMENT) test
	@$(RUN) tools/browser.py && $(RUN) -m ruff check . && $(RUN) -m pytest -n 2 --dist loadfile --no-loadscope-reorder $(ARGS)

golden: ## 견본 쪽의 그림과 들리는 글(tests/golden/)을 지금 모습으로 새로 만들어요
	$(ENVIRONMENT) test
	@$(RUN) tools/browser.py && GOLDEN=renew $(RUN) -m pytest tests/browser/test_spoken.py tests/browser/test_pictures.py

audit: ## 만든 사이트를 라이트하우스로 재요 (Node 20 이상이 필요해요)
	$(ENVIRONMENT) test
	@$(RUN) tools/browser.py && $(RUN) tests/bench/audit.py $(ARGS)

check: ## 잘못 적은 곳을 모두 찾아요 (ARGS=--fix 로 고쳐요)
	$(ENVIRONMENT) site
	@$(RUN) tools/check.py $(ARGS)

holidays: ## 쉬는 날 달력(docs/contact/holidays.yml)을 새로 만들어요
	$(ENVIRONMENT) test
	@PYTHONPATH=hooks $(RUN) -m sellerhelp.contact.snapshot $(ARGS)

ids: ## 새 질문과 쪽의 주소를 공개한 목록에 더해요
	$(ENVIRONMENT) site
	@$(RUN) tools/record_ids.py

facts: ## 사실마다 어느 쪽이 기대는지 알려 줘요 (ID=settlement-012, ID=settlement면 쓰지 않는 사실)
	$(ENVIRONMENT) site
	@$(RUN) tools/facts.py $(ID)

extent: ## 매뉴얼마다 쪽, 질문, 찾기 약속, 사실, 그림이 몇 개인지 세요
	$(ENVIRONMENT) site
	@$(RUN) tools/extent.py

page: ## 새 쪽을 만들어요 (MANUAL=orders TITLE="선물 주문 처리")
	$(ENVIRONMENT) site
	@$(OWN_NAME) $(RUN) tools/new_page.py

rename: ## 쪽의 이름을 바꾸고 링크를 옮겨요 (FROM=orders/cancel.md TO=orders/cancel-order.md)
	$(ENVIRONMENT) site
	@$(RUN) tools/rename_page.py

fresh: ## 다시 살펴볼 때가 된 쪽과 질문을 팀별로 알려 줘요 (AS_OF=2027-05-01, DAYS=30)
	$(ENVIRONMENT) site
	@$(RUN) tools/fresh.py $(ARGS)

faq-export: ## 자주 묻는 질문을 엑셀 파일로 내보내요 (FILE=질문.xlsx)
	$(ENVIRONMENT) site
	@$(RUN) tools/faq_export.py

faq-import: ## 엑셀이나 CSV 파일의 질문을 들여와요 (FILE=질문.xlsx, DRY=1이면 보기만)
	$(ENVIRONMENT) site
	@$(RUN) tools/faq_import.py

lock: ## pyproject.toml에서 잠금 파일을 새로 만들어요 (uv가 필요해요)
	@for kind in site test; do \
	  uv pip compile pyproject.toml $$(test $$kind = test && echo --extra test) --universal --python-version 3.11 \
	    --generate-hashes --no-emit-index-url --no-annotate --custom-compile-command "make lock" --quiet \
	    -o requirements/$$kind.txt || exit 1; done

clean: ## 만든 것을 모두 지워요
	@rm -rf .venv .cache site build books site-offline site-offline.zip
